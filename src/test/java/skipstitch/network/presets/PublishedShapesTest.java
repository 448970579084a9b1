package skipstitch.network.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skipstitch.network.Layer;
import skipstitch.network.Network;
import skipstitch.network.NodeId;
import skipstitch.network.Shapes;
import skipstitch.network.Variant;

/** The published networks' shapes, in the order of the papers' tables and figures. */
class PublishedShapesTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            resnet-20 | stem.conv1 stage1.block3.relu stage2.block3.relu stage3.block3.relu average classes | \
                16×32×32 16×32×32 32×16×16 64×8×8 64×1×1 10×1×1
            preact-resnet-164 | stem.conv1 stage1.block18.merge stage2.block18.merge stage3.block18.merge classes | \
                16×32×32 64×32×32 128×16×16 256×8×8 10×1×1
            densenet-40-12 | block1.layer12.merge block2.layer12.merge block3.layer12.merge classes | \
                160×32×32 304×16×16 448×8×8 10×1×1
            densenet-bc-100-12 | block1.layer16.merge block2.layer16.merge block3.layer16.merge classes | \
                216×32×32 300×16×16 342×8×8 10×1×1
            resnet-18 | stem.conv1 stem.pool stage1.block2.relu stage2.block2.relu stage3.block2.relu \
                stage4.block2.relu average classes | \
                64×112×112 64×56×56 64×56×56 128×28×28 256×14×14 512×7×7 512×1×1 1000×1×1
            resnet-34 | stem.pool stage1.block3.relu stage2.block4.relu stage3.block6.relu stage4.block3.relu classes | \
                64×56×56 64×56×56 128×28×28 256×14×14 512×7×7 1000×1×1
            resnet-50 | stem.pool stage1.block3.relu stage2.block4.relu stage3.block6.relu stage4.block3.relu classes | \
                64×56×56 256×56×56 512×28×28 1024×14×14 2048×7×7 1000×1×1
            resnet-50 | stage2.block1.conv1 stage2.block1.conv2 | 128×56×56 128×28×28
            densenet-121 | stem.pool block1.layer6.merge transition1.pool block2.layer12.merge transition2.pool \
                block3.layer24.merge transition3.pool block4.layer16.merge classes | \
                64×56×56 256×56×56 128×28×28 512×28×28 256×14×14 1024×14×14 512×7×7 1024×7×7 1000×1×1
            mobilenet-v2 | stem.conv stage1.block1.project stage2.block2.merge stage3.block3.merge stage4.block4.merge \
                stage5.block3.merge stage6.block3.merge stage7.block1.project head.conv classes | \
                32×112×112 16×112×112 24×56×56 32×28×28 64×14×14 96×14×14 160×7×7 320×7×7 1280×7×7 1000×1×1
            squeezenet | stem.conv1 stem.pool fire4.concat fire8.concat fire9.concat conv10 average | \
                96×109×109 96×54×54 256×54×54 512×27×27 512×13×13 1000×13×13 1000×1×1
            fpn-resnet50 | pyramid.level5.output pyramid.level4.output pyramid.level3.output pyramid.level2.output | \
                256×7×7 256×14×14 256×28×28 256×56×56
            """)
    void classifiersGoThroughThePapersStages(String name, String ids, String shapes) {
        assertThat(shapes(name, ids)).isEqualTo(shapes.replaceAll(" +", " "));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            unet-572 | encoder.level1.conv1 encoder.level1.conv2 encoder.level1.pool encoder.level2.conv1 \
                encoder.level2.conv2 encoder.level2.pool encoder.level3.conv1 encoder.level3.conv2 encoder.level3.pool \
                encoder.level4.conv1 encoder.level4.conv2 encoder.level4.pool bottleneck.conv1 bottleneck.conv2 | \
                64×570×570 64×568×568 64×284×284 128×282×282 128×280×280 128×140×140 256×138×138 256×136×136 256×68×68 \
                512×66×66 512×64×64 512×32×32 1024×30×30 1024×28×28
            unet-572 | decoder.level4.up decoder.level4.crop decoder.level4.merge decoder.level4.conv1 \
                decoder.level4.conv2 | 512×56×56 512×56×56 1024×56×56 512×54×54 512×52×52
            unet-572 | decoder.level3.up decoder.level3.crop decoder.level3.merge decoder.level3.conv1 \
                decoder.level3.conv2 | 256×104×104 256×104×104 512×104×104 256×102×102 256×100×100
            unet-572 | decoder.level2.up decoder.level2.crop decoder.level2.merge decoder.level2.conv1 \
                decoder.level2.conv2 | 128×200×200 128×200×200 256×200×200 128×198×198 128×196×196
            unet-572 | decoder.level1.up decoder.level1.crop decoder.level1.merge decoder.level1.conv1 \
                decoder.level1.conv2 head | 64×392×392 64×392×392 128×392×392 64×390×390 64×388×388 2×388×388
            unet | encoder.level1.conv2 encoder.level2.conv2 encoder.level3.conv2 encoder.level4.conv2 bottleneck.conv2 | \
                32×256×256 64×128×128 128×64×64 256×32×32 512×16×16
            unet | decoder.level4.merge decoder.level4.conv2 decoder.level3.merge decoder.level3.conv2 \
                decoder.level2.merge decoder.level2.conv2 decoder.level1.merge decoder.level1.conv2 head | \
                512×32×32 256×32×32 256×64×64 128×64×64 128×128×128 64×128×128 64×256×256 32×256×256 1×256×256
            unet-milesial | bottleneck.conv2 decoder.level4.merge decoder.level3.merge decoder.level2.merge \
                decoder.level1.merge head | \
                1024×16×16 1024×32×32 512×64×64 256×128×128 128×256×256 2×256×256
            unet-plus-plus | level4.x40.conv2 level0.x01.merge level0.x02.merge level0.x03.merge level0.x04.merge head | \
                512×6×6 96×96×96 128×96×96 160×96×96 192×96×96 1×96×96
            resunet | encoder.level1.merge encoder.level2.merge encoder.level3.merge bridge.merge decoder.level3.merge \
                decoder.level3.block.merge decoder.level2.merge decoder.level1.merge sigmoid | \
                64×256×256 128×128×128 256×64×64 512×32×32 768×64×64 256×64×64 384×128×128 192×256×256 1×256×256
            attention-unet | decoder.level4.gate.sigmoid decoder.level4.gate decoder.level4.merge decoder.level1.gate.add \
                decoder.level1.merge head | \
                1×32×32 512×32×32 1024×32×32 32×256×256 128×256×256 1×256×256
            segnet | encoder.level1.conv2 encoder.level2.conv2 encoder.level3.conv3 encoder.level4.conv3 \
                encoder.level5.conv3 encoder.level5.pool | \
                64×360×480 128×180×240 256×90×120 512×45×60 512×23×30 512×12×15
            segnet | decoder.level5.unpool decoder.level4.unpool decoder.level3.unpool decoder.level2.unpool \
                decoder.level1.unpool decoder.level1.conv1 | \
                512×23×30 512×45×60 256×90×120 128×180×240 64×360×480 11×360×480
            fcn-8s | encoder.level1.pool encoder.level2.pool encoder.level3.pool encoder.level4.pool encoder.level5.pool \
                classifier.fc6 classifier.fc7 decoder.level5.score | \
                64×349×349 128×175×175 256×88×88 512×44×44 512×22×22 4096×16×16 4096×16×16 21×16×16
            fcn-8s | decoder.level4.upscore decoder.level4.score decoder.level4.crop decoder.level4.merge \
                decoder.level3.upscore decoder.level3.score decoder.level3.crop decoder.level3.merge \
                decoder.level1.upscore decoder.level1.crop | \
                21×34×34 21×44×44 21×34×34 21×34×34 21×70×70 21×88×88 21×70×70 21×70×70 21×568×568 21×500×500
            fcn-32s | decoder.level5.score decoder.level1.crop | 21×16×16 21×500×500
            linknet | encoder.stem.conv1 encoder.stem.pool encoder.stage1.block2.relu encoder.stage2.block2.relu \
                encoder.stage3.block2.relu encoder.stage4.block2.relu decoder.level4.relu decoder.level3.relu \
                decoder.level2.relu decoder.level1.relu head.conv head.up2 | \
                64×128×128 64×64×64 64×64×64 128×32×32 256×16×16 512×8×8 256×16×16 128×32×32 64×64×64 64×64×64 \
                32×128×128 11×256×256
            """)
    void segmentersGoThroughThePapersStages(String name, String ids, String shapes) {
        assertThat(shapes(name, ids)).isEqualTo(shapes.replaceAll(" +", " "));
    }

    /** Widths by hand: add and no skip keep the main branch's, concat has one after another. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            plain-20  | ADD     | stage1.block3.relu stage2.block3.relu stage3.block3.relu classes | \
                16×32×32 32×16×16 64×8×8 10×1×1
            resnet-20 | NO_SKIP | stage1.block3.relu stage2.block3.relu stage3.block3.relu classes | \
                16×32×32 32×16×16 64×8×8 10×1×1
            resnet-56 | AS_DRAWN | stage1.block9.relu stage2.block9.relu stage3.block9.relu classes | \
                16×32×32 32×16×16 64×8×8 10×1×1
            preact-resnet-164 | NO_SKIP | stage1.block18.merge stage2.block18.merge stage3.block18.merge classes | \
                64×32×32 128×16×16 256×8×8 10×1×1
            resnet-18 | NO_SKIP | stage1.block2.relu stage2.block2.relu stage3.block2.relu stage4.block2.relu classes | \
                64×56×56 128×28×28 256×14×14 512×7×7 1000×1×1
            resnet-18 | CONCAT  | stage1.block1.merge stage1.block2.merge stage2.block1.merge stage4.block2.merge classes | \
                128×56×56 192×56×56 256×28×28 1536×7×7 1000×1×1
            resnet-34 | NO_SKIP | stage1.block3.relu stage2.block4.relu stage3.block6.relu stage4.block3.relu classes | \
                64×56×56 128×28×28 256×14×14 512×7×7 1000×1×1
            resnet-50 | NO_SKIP | stage1.block3.relu stage2.block4.relu stage3.block6.relu stage4.block3.relu classes | \
                256×56×56 512×28×28 1024×14×14 2048×7×7 1000×1×1
            densenet-40-12 | NO_SKIP | block1.layer12.merge block2.layer12.merge block3.layer12.merge classes | \
                12×32×32 12×16×16 12×8×8 10×1×1
            densenet-121 | CONCAT | block1.layer6.merge block2.layer12.merge block3.layer24.merge block4.layer16.merge | \
                256×56×56 512×28×28 1024×14×14 1024×7×7
            mobilenet-v2 | CONCAT | stage2.block2.merge stage3.block3.merge stage4.block4.merge stage6.block3.merge | \
                48×56×56 96×28×28 256×14×14 480×7×7
            fpn-resnet50 | CONCAT | pyramid.level4.merge pyramid.level4.output pyramid.level2.output | \
                512×14×14 256×14×14 256×56×56
            unet | ADD     | decoder.level4.merge decoder.level3.merge decoder.level2.merge decoder.level1.merge head | \
                256×32×32 128×64×64 64×128×128 32×256×256 1×256×256
            unet | NO_SKIP | decoder.level4.merge decoder.level3.merge decoder.level2.merge decoder.level1.merge head | \
                256×32×32 128×64×64 64×128×128 32×256×256 1×256×256
            unet-milesial | ADD | decoder.level4.merge decoder.level1.merge head | 512×32×32 64×256×256 2×256×256
            unet-572 | ADD     | decoder.level4.merge decoder.level3.merge decoder.level2.merge decoder.level1.merge head | \
                512×56×56 256×104×104 128×200×200 64×392×392 2×388×388
            unet-572 | NO_SKIP | decoder.level4.merge decoder.level4.conv2 decoder.level1.conv2 head | \
                512×56×56 512×52×52 64×388×388 2×388×388
            unet-plus-plus | ADD | level0.x01.merge level0.x02.merge level0.x03.merge level0.x04.merge head | \
                64×96×96 64×96×96 64×96×96 64×96×96 1×96×96
            resunet | NO_SKIP | encoder.level1.merge bridge.merge decoder.level3.merge decoder.level1.merge sigmoid | \
                64×256×256 512×32×32 512×64×64 128×256×256 1×256×256
            attention-unet | ADD | decoder.level4.gate decoder.level4.merge decoder.level1.merge head | \
                512×32×32 512×32×32 64×256×256 1×256×256
            segnet  | ADD | encoder.level5.pool decoder.level5.unpool decoder.level1.unpool decoder.level1.conv1 | \
                512×12×15 512×23×30 64×360×480 11×360×480
            fcn-8s  | CONCAT  | decoder.level4.merge decoder.level3.merge decoder.level1.crop | \
                42×34×34 42×70×70 21×500×500
            fcn-8s  | NO_SKIP | decoder.level4.merge decoder.level3.merge decoder.level1.crop | \
                21×34×34 21×70×70 21×500×500
            linknet | CONCAT  | decoder.level4.merge decoder.level3.merge decoder.level2.merge head.up2 | \
                1024×16×16 512×32×32 256×64×64 11×256×256
            linknet | NO_SKIP | decoder.level4.relu decoder.level3.relu decoder.level2.relu decoder.level1.relu head.up2 | \
                256×16×16 128×32×32 64×64×64 64×64×64 11×256×256
            """)
    void otherLanesGoThroughTheSameStages(String name, Variant variant, String ids, String shapes) {
        assertThat(shapes(name, ids, variant)).isEqualTo(shapes.replaceAll(" +", " "));
    }

    /** The whole of what block 3 would store if each of its layers kept a copy of what it takes in. */
    @Test
    void denseNetsCopiesGrowWithTheSquareOfItsDepth() {
        Network network = Presets.find("densenet-121").orElseThrow().network();
        Shapes shapes = Shapes.of(network);
        assertThat(IntStream.rangeClosed(1, 24).mapToObj(layer -> NodeId.of("block3.layer" + layer + ".bottleneck.norm"))
                .mapToInt(id -> shapes.shape(id).channels()).sum()).isEqualTo(14_976);
    }

    /** Four bytes a number for the first level's maps, against two bits for each of its pool's windows. */
    @Test
    void segNetsIndicesAreSixtyFourTimesSmallerThanItsMaps() {
        Shapes shapes = Shapes.of(Presets.find("segnet").orElseThrow().network());
        long maps = shapes.shape(NodeId.of("encoder.level1.conv2")).bytes();
        assertThat(maps).isEqualTo(44_236_800);
        assertThat(shapes.shape(NodeId.of("encoder.level1.pool")).elements() * 2L / 8).isEqualTo(maps / 64)
                .isEqualTo(691_200);
        assertThat(shapes.network().nodes()).filteredOn(node -> node.layer() instanceof Layer.Conv).hasSize(26);
    }

    private static String shapes(String name, String ids) {
        return shapes(name, ids, Variant.AS_DRAWN);
    }

    private static String shapes(String name, String ids, Variant variant) {
        Shapes shapes = variant.of(Presets.find(name).orElseThrow().network()).shapes();
        assertThat(shapes.misfits()).isEmpty();
        return Arrays.stream(ids.split(" +")).map(id -> shapes.shape(NodeId.of(id)).toString())
                .collect(Collectors.joining(" "));
    }
}
