// The plain script as a page would have it: loops over typed arrays. Speaks the lines of benchmarks/peers/worker.py.

import { createInterface } from "node:readline";

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/** A network of any depth on its data; `sizes` are the units of every layer. */
class Net {
  constructor(recipe, weights) {
    const hidden = recipe.hidden_sizes;
    this.sizes = [recipe.inputs[0].length, ...hidden, recipe.targets[0].length];
    this.rows = recipe.inputs.length;
    this.alpha = recipe.alpha;
    this.y = Float64Array.from(recipe.targets.flat());
    this.first = weights.map((syn) => Float64Array.from(syn));
    this.updates = this.first.map((syn) => new Float64Array(syn.length));
    this.layers = this.sizes.map((units) => new Float64Array(this.rows * units));
    this.deltas = this.sizes.map((units) => new Float64Array(this.rows * units));
    this.layers[0].set(recipe.inputs.flat());
  }

  begin() {
    this.synapses = this.first.map((syn) => syn.slice());
  }

  forward() {
    for (let k = 0; k < this.synapses.length; k++) {
      forward(this.rows, this.sizes[k], this.sizes[k + 1], this.layers[k], this.synapses[k], this.layers[k + 1]);
    }
  }

  train(iterations) {
    const { rows, sizes, layers, deltas, synapses, updates, alpha, y } = this;
    const last = synapses.length;
    for (let n = 0; n < iterations; n++) {
      this.forward();
      lastDelta(y, layers[last], deltas[last]);
      for (let k = last - 1; k > 0; k--) {
        carryBack(rows, sizes[k], sizes[k + 1], deltas[k + 1], synapses[k], layers[k], deltas[k]);
      }
      for (let k = 0; k < last; k++) {
        learn(rows, sizes[k], sizes[k + 1], alpha, layers[k], deltas[k + 1], updates[k], synapses[k]);
      }
    }
  }

  error() {
    this.forward();
    const out = this.layers.at(-1);
    return out.reduce((sum, value, k) => sum + Math.abs(this.y[k] - value), 0) / out.length;
  }
}

function forward(rows, units, next, before, syn, after) {
  for (let r = 0; r < rows; r++) {
    for (let j = 0; j < next; j++) {
      let sum = 0;
      for (let i = 0; i < units; i++) sum += before[r * units + i] * syn[i * next + j];
      after[r * next + j] = sigmoid(sum);
    }
  }
}

function lastDelta(y, out, delta) {
  for (let k = 0; k < y.length; k++) delta[k] = (y[k] - out[k]) * (out[k] * (1 - out[k]));
}

function carryBack(rows, units, next, after, syn, layer, delta) {
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < units; i++) {
      let sum = 0;
      for (let j = 0; j < next; j++) sum += after[r * next + j] * syn[i * next + j];
      const out = layer[r * units + i];
      delta[r * units + i] = sum * (out * (1 - out));
    }
  }
}

function learn(rows, units, next, alpha, before, delta, update, syn) {
  update.fill(0);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < units; i++) {
      const out = before[r * units + i];
      for (let j = 0; j < next; j++) update[i * next + j] += out * delta[r * next + j];
    }
  }
  for (let k = 0; k < syn.length; k++) syn[k] += alpha * update[k];
}

/** Seconds that some work takes. */
function seconds(work) {
  const begin = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

let net;
const verbs = {
  load({ recipe, weights }) {
    net = new Net(recipe, weights);
    return {};
  },
  error({ iterations }) {
    net.begin();
    net.train(iterations);
    return { error: net.error() };
  },
  time({ iterations }) {
    net.begin();
    return { seconds: seconds(() => net.train(iterations)) };
  },
  calls({ count }) {
    net.begin();
    return {
      seconds: seconds(() => {
        for (let n = 0; n < count; n++) net.train(1);
      }),
    };
  },
};

console.log(JSON.stringify({ version: `node ${process.version}` }));
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  console.log(JSON.stringify(verbs[message.do](message)));
}
