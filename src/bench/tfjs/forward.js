// Runs a network on TensorFlow.js's WASM backend: one pass for each line that comes in, all activations kept.
// The network is a JSON array of layers, sources first; weights and pictures are random.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

const layers = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const pads = ([top, bottom, left, right]) => [[0, 0], [top, bottom], [left, right], [0, 0]];

const random = (shape, fanIn) => tf.randomNormal(shape, 0, Math.sqrt(2 / fanIn));

// [N, H, W, C], and kernels [kH, kW, in, out].
const kinds = {
  input: ({ shape: [c, h, w] }) => () => tf.randomUniform([1, h, w, c]),
  conv: ({ kernel: [h, w], stride, pad, from, filters, bias }) => {
    const kernel = random([h, w, from, filters], h * w * from);
    const shift = tf.zeros([filters]);
    return ([x]) => {
      const y = tf.conv2d(x, kernel, stride, pads(pad));
      return bias ? tf.add(y, shift) : y;
    };
  },
  depthwise: ({ kernel: [h, w], stride, pad, from }) => {
    const kernel = random([h, w, from, 1], h * w);
    return ([x]) => tf.depthwiseConv2d(x, kernel, stride, pads(pad));
  },
  transposed: ({ kernel: [h, w], stride, from, filters, shape: [c, height, width], bias }) => {
    const kernel = random([h, w, filters, from], from);
    const shift = tf.zeros([filters]);
    return ([x]) => {
      const y = tf.conv2dTranspose(x, kernel, [1, height, width, c], stride, 'valid');
      return bias ? tf.add(y, shift) : y;
    };
  },
  norm: ({ from, epsilon }) => {
    const zeros = tf.zeros([from]);
    const ones = tf.ones([from]);
    return ([x]) => tf.batchNorm(x, zeros, ones, zeros, ones, epsilon);
  },
  relu: () => ([x]) => tf.relu(x),
  relu6: () => ([x]) => tf.relu6(x),
  add: () => (xs) => xs.slice(1).reduce((a, b) => tf.add(a, b), xs[0]),
  concat: () => (xs) => tf.concat(xs, 3),
  maxpool: ({ kernel, stride, pad }) => ([x]) => tf.maxPool(x, kernel, stride, pads(pad)),
  averagepool: ({ kernel, stride, pad }) => ([x]) => tf.avgPool(x, kernel, stride, pads(pad)),
  mean: () => ([x]) => tf.mean(x, [1, 2], true),
  linear: ({ from, filters }) => {
    const matrix = random([from, filters], from);
    const shift = tf.zeros([filters]);
    return ([x]) => tf.add(tf.matMul(x.reshape([1, from]), matrix), shift).reshape([1, 1, 1, filters]);
  },
  crop: ({ pad: [top, , left], shape: [c, h, w] }) => ([x]) => tf.slice(x, [0, top, left, 0], [1, h, w, c]),
  identity: () => ([x]) => x.clone(),
};

function forward(steps) {
  tf.engine().startScope();
  const all = new Map();
  const start = performance.now();
  for (const { id, inputs, run } of steps) {
    all.set(id, run(inputs.map((input) => all.get(input))));
  }
  const millis = performance.now() - start;
  tf.engine().endScope();
  return millis;
}

await tf.setBackend('wasm');
const steps = layers.map((layer) => ({ ...layer, run: kinds[layer.kind](layer) }));
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(line === 'peak' ? Math.round(process.resourceUsage().maxRSS / 1024) : forward(steps));
}
