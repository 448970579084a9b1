"""The models of the tests: small networks as PyTorch 1.13 exports them."""
import warnings
import torch, torch.nn as nn, torch.nn.functional as F
warnings.filterwarnings("ignore")
torch.manual_seed(20261124)

class Twice(nn.Sequential):
    def __init__(self, i, o):
        super().__init__(nn.Conv2d(i, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True),
                         nn.Conv2d(o, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU(inplace=True))

class Up(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.up = nn.ConvTranspose2d(i, i // 2, 2, stride=2)
        self.conv = Twice(i, o)
    def forward(self, below, skip):
        below = self.up(below)
        dy, dx = skip.size(2) - below.size(2), skip.size(3) - below.size(3)
        below = F.pad(below, [dx // 2, dx - dx // 2, dy // 2, dy - dy // 2])
        return self.conv(torch.cat([skip, below], dim=1))

class UNet(nn.Module):
    def __init__(self, b=3):
        super().__init__()
        self.down1, self.down2, self.bottom = Twice(1, b), Twice(b, 2 * b), Twice(2 * b, 4 * b)
        self.up2, self.up1 = Up(4 * b, 2 * b), Up(2 * b, b)
        self.pool, self.head = nn.MaxPool2d(2), nn.Conv2d(b, 2, 1)
    def forward(self, x):
        a = self.down1(x); c = self.down2(self.pool(a)); d = self.bottom(self.pool(c))
        return self.head(self.up1(self.up2(d, c), a))

class Block(nn.Module):
    def __init__(self, i, o, s):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(i, o, 3, s, 1, bias=False), nn.BatchNorm2d(o)
        self.conv2, self.bn2 = nn.Conv2d(o, o, 3, 1, 1, bias=False), nn.BatchNorm2d(o)
        self.relu = nn.ReLU(inplace=True)
        self.downsample = nn.Sequential(nn.Conv2d(i, o, 1, s, bias=False), nn.BatchNorm2d(o)) if s > 1 else None
    def forward(self, x):
        y = self.bn2(self.conv2(self.relu(self.bn1(self.conv1(x)))))
        return self.relu(y + (x if self.downsample is None else self.downsample(x)))

class ResNet(nn.Module):
    def __init__(self, b=4, classes=5):
        super().__init__()
        self.conv1, self.bn1, self.relu = nn.Conv2d(3, b, 7, 2, 3, bias=False), nn.BatchNorm2d(b), nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        self.layer1, self.layer2 = nn.Sequential(Block(b, b, 1), Block(b, b, 1)), nn.Sequential(Block(b, 2 * b, 2), Block(2 * b, 2 * b, 1))
        self.avgpool, self.fc = nn.AdaptiveAvgPool2d(1), nn.Linear(2 * b, classes)
    def forward(self, x):
        x = self.maxpool(self.relu(self.bn1(self.conv1(x))))
        return self.fc(torch.flatten(self.avgpool(self.layer2(self.layer1(x))), 1))

class OptionA(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 6, 3, 2, 1), nn.Conv2d(6, 6, 3, 1, 1)
    def forward(self, x):
        return F.relu(self.conv2(F.relu(self.conv1(x))) + F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 1, 2)))

class Odds(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.gate, self.fc = nn.Conv2d(3, 4, 3, padding=1), nn.Conv2d(4, 1, 1), nn.Linear(4 * 4 * 4, 3)
        self.up, self.drop = nn.Upsample(scale_factor=2, mode="nearest"), nn.Dropout(0.3)
        self.register_buffer("mean", torch.tensor([0.4, 0.5, 0.6]).view(1, 3, 1, 1))
    def forward(self, x):
        x = F.leaky_relu(self.conv((x - self.mean) / 0.25), 0.2)
        x = x * torch.sigmoid(self.gate(x))
        x = F.avg_pool2d(self.up(x)[:, :, 1:-1, 2:-2], 3, 2, 1) * 0.5
        x = F.max_pool2d(F.hardtanh(x, 0, 6), 2, 2, ceil_mode=True)
        return F.softmax(self.fc(self.drop(x[:, :, :4, :4].flatten(1))), 1)

def write(net, size, name, opset, **options):
    net.eval()
    for each in net.modules():
        if isinstance(each, nn.BatchNorm2d):
            each.running_mean.uniform_(-.2, .2); each.running_var.uniform_(.5, 1.5)
            each.weight.data.uniform_(.5, 1.5); each.bias.data.uniform_(-.2, .2)
    torch.onnx.export(net, torch.rand(1, *size), name + ".onnx", opset_version=opset, input_names=["x"],
                      output_names=["y"], **options)

batch = {"x": {0: "n"}, "y": {0: "n"}}
write(UNet(), (1, 20, 18), "torch-unet", 16)
write(ResNet(), (3, 40, 40), "torch-resnet", 13)
write(ResNet(), (3, 40, 40), "torch-resnet-with-norms", 14, training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False, dynamic_axes=batch)
write(OptionA(), (3, 12, 12), "torch-option-a", 11)
write(Odds(), (3, 9, 10), "torch-odds", 9, dynamic_axes=batch)
write(Odds(), (3, 9, 10), "torch-odds-16", 16, dynamic_axes=batch)
