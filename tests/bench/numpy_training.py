"""Trains on request with NumPy, as fast as NumPy allows: the opponent of tests/bench.

    numpy_training.py MNIST_IDX_DIR

Reads one JSON object a line from standard input and answers each with one line:
    {"start": OPTIONS}        {}                             makes a fresh network
    {"train": MILLISECONDS}   {"samples": n, "seconds": s}   at least so long, whole batches
    {"accuracy": true}        {"accuracy": a}                of the test set, 0 ... 1
    {"recognize": n}          {"seconds": s}                 the first n test images, all at once
    {"recognizeSingly": n}    {"seconds": s}                 the same, one by one
    {"versions": true}        {"numpy": v, "openblas": v}
OPTIONS are those of a trainer in the page (web/engine/types.d.ts): architecture with hidden layers
of sigmoid, tanh or relu and softmax with cross-entropy at the end, initializer xavier or he,
learningRate, batchSize, seed; the optimizer is plain gradient descent.

The step does what every contender does, mini-batches gathered in an order that is shuffled anew for
each epoch, and is written for speed: float32 throughout, every array allocated once, every ufunc in
place, images kept as bytes (the gather is bound by memory), biases summed by BLAS, and the factor
eta / batch size, which scales all gradients, applied to the ten columns of the output's delta. It
leaves out what the page needs and NumPy does not: the loss, the norm of the gradient, the check that
all is finite.
"""

import ctypes
import json
import os
import re
import sys
import time

import numpy as np

float32 = np.float32
one, half = float32(1), float32(0.5)
pixels = 784


def read_mnist(folder, part):
    """Images (n x 784, uint8) and labels (n) without the headers of the IDX files."""
    images = np.fromfile(f"{folder}/{part}-images-idx3-ubyte", np.uint8)[16:]
    labels = np.fromfile(f"{folder}/{part}-labels-idx1-ubyte", np.uint8)[8:]
    return images.reshape(-1, pixels), labels


def to_unit_range(images, out):
    np.multiply(images, float32(1 / 255), out=out, dtype=float32)


class Activation:
    """f, in place, and delta *= f'(z), given a = f(z) and a workspace of the same shape."""

    @staticmethod
    def sigmoid(z):  # as (1 + tanh(z / 2)) / 2: NumPy's tanh is quicker than its exp
        np.multiply(z, half, out=z)
        np.tanh(z, out=z)
        np.multiply(z, half, out=z)
        np.add(z, half, out=z)

    @staticmethod
    def sigmoid_backward(delta, a, workspace):
        np.subtract(one, a, out=workspace)
        np.multiply(workspace, a, out=workspace)
        np.multiply(delta, workspace, out=delta)

    @staticmethod
    def tanh(z):
        np.tanh(z, out=z)

    @staticmethod
    def tanh_backward(delta, a, workspace):
        np.multiply(a, a, out=workspace)
        np.subtract(one, workspace, out=workspace)
        np.multiply(delta, workspace, out=delta)

    @staticmethod
    def relu(z):
        np.maximum(z, float32(0), out=z)

    @staticmethod
    def relu_backward(delta, a, workspace):
        mask = workspace.view(np.bool_)[:, : a.shape[1]]
        np.greater(a, float32(0), out=mask)
        np.multiply(delta, mask, out=delta)


class Network:
    def __init__(self, options, images, labels):
        layers = options["architecture"]["layers"]
        hidden = [layer["activation"] for layer in layers[:-1]]
        if layers[-1]["activation"] != "softmax":
            raise ValueError(f"The last layer must be softmax, but is {layers[-1]['activation']}.")
        self.forward_functions = [getattr(Activation, name) for name in hidden]
        self.backward_functions = [getattr(Activation, name + "_backward") for name in hidden]

        self.random = np.random.default_rng(options["seed"])
        self.images = images
        self.order = self.random.permutation(len(images))
        self.position = 0

        sizes = [pixels, *(layer["units"] for layer in layers)]
        self.weights = [self.initial(n, m, options["initializer"]) for n, m in zip(sizes, sizes[1:])]
        self.biases = [np.zeros(units, float32) for units in sizes[1:]]

        rows = self.rows = options["batchSize"]
        self.rate = float32(options["learningRate"] / rows)
        self.targets = np.eye(sizes[-1], dtype=float32)[labels] * self.rate
        self.bytes = np.empty((rows, pixels), np.uint8)
        self.activations = [np.empty((rows, units), float32) for units in sizes]
        self.transposed = [a.T for a in self.activations]
        self.deltas = [np.empty((rows, units), float32) for units in sizes[1:-1]]
        self.workspaces = [np.empty((rows, units), float32) for units in sizes[1:-1]]
        self.steps = [np.empty_like(w) for w in self.weights]
        self.bias_steps = [np.empty_like(b) for b in self.biases]
        self.batch_targets = np.empty((rows, sizes[-1]), float32)
        self.ones_of_rows = np.ones(rows, float32)
        self.ones_of_outputs = np.ones(sizes[-1], float32)
        self.column = np.empty((rows, 1), float32)

    def initial(self, inputs, units, name):
        fan = {"xavier": (inputs + units) / 2, "he": inputs}[name]
        return self.random.normal(0, np.sqrt((1 if name == "xavier" else 2) / fan), (inputs, units)).astype(float32)

    def next_batch(self):
        if self.position + self.rows > len(self.order):
            self.random.shuffle(self.order)
            self.position = 0
        batch = self.order[self.position : self.position + self.rows]
        self.position += self.rows
        return batch

    def step(self):
        batch = self.next_batch()
        # mode="clip" lets take write to `out` directly.
        self.images.take(batch, 0, self.bytes, "clip")
        self.targets.take(batch, 0, self.batch_targets, "clip")
        to_unit_range(self.bytes, self.activations[0])

        for layer, activate in enumerate(self.forward_functions):
            activate(self.scores(layer))
        scores = self.scores(len(self.forward_functions))

        # Softmax times the rate. The largest of each row by the transpose, along whose first axis
        # NumPy works on vectors.
        row = self.column[:, 0]
        np.maximum.reduce(self.transposed[-1], axis=0, out=row)
        np.subtract(scores, self.column, out=scores)
        np.exp(scores, out=scores)
        np.dot(scores, self.ones_of_outputs, out=row)
        np.divide(self.rate, row, out=row)
        np.multiply(scores, self.column, out=scores)
        delta = scores
        np.subtract(scores, self.batch_targets, out=delta)

        for layer in range(len(self.weights) - 1, -1, -1):
            weights = self.weights[layer]
            np.dot(self.transposed[layer], delta, out=self.steps[layer])
            np.dot(self.ones_of_rows, delta, out=self.bias_steps[layer])
            if layer > 0:
                below = self.deltas[layer - 1]
                np.dot(delta, weights.T, out=below)
                self.backward_functions[layer - 1](
                    below, self.activations[layer], self.workspaces[layer - 1]
                )
                delta = below
            np.subtract(weights, self.steps[layer], out=weights)
            np.subtract(self.biases[layer], self.bias_steps[layer], out=self.biases[layer])

    def scores(self, layer):
        z = self.activations[layer + 1]
        np.dot(self.activations[layer], self.weights[layer], out=z)
        return np.add(z, self.biases[layer], out=z)

    def classes(self, images):
        """The most probable class of each of the images (n x 784, float32)."""
        a = images
        for layer, activate in enumerate([*self.forward_functions, None]):
            a = np.dot(a, self.weights[layer])
            np.add(a, self.biases[layer], out=a)
            if activate:
                activate(a)
        return a.argmax(axis=1)


class Bench:
    def __init__(self, folder):
        self.train_images, self.train_labels = read_mnist(folder, "train")
        images, self.test_labels = read_mnist(folder, "t10k")
        self.test_images = np.empty(images.shape, float32)
        to_unit_range(images, self.test_images)
        self.network = None

    def start(self, options):
        self.network = Network(options, self.train_images, self.train_labels)
        return {}

    def train(self, milliseconds):
        steps = 0
        start = time.perf_counter()
        seconds = 0
        while seconds * 1000 < milliseconds:
            self.network.step()
            steps += 1
            seconds = time.perf_counter() - start
        return {"samples": steps * self.network.rows, "seconds": seconds}

    def accuracy(self, _):
        classes = self.network.classes(self.test_images)
        return {"accuracy": float((classes == self.test_labels).mean())}

    def recognize(self, count):
        images = self.test_images[:count]
        start = time.perf_counter()
        self.network.classes(images)
        return {"seconds": time.perf_counter() - start}

    def recognizeSingly(self, count):
        images = [self.test_images[i : i + 1] for i in range(count)]
        start = time.perf_counter()
        for image in images:
            self.network.classes(image)
        return {"seconds": time.perf_counter() - start}

    def versions(self, _):
        return {"numpy": np.__version__, "openblas": openblas_configuration()}


def openblas_configuration():
    """Such as "OpenBLAS 0.3.21 ... SkylakeX MAX_THREADS=64", which names the kernels in use.

    NumPy takes the libblas.so.3 that Debian's alternatives name; another BLAS would be another
    opponent.
    """
    with open("/proc/self/maps", encoding="ascii") as maps:
        mapped = set(re.findall(r"/\S*openblas\S*/\S*blas\S*", maps.read()))
    if not mapped:
        raise RuntimeError(
            "NumPy must use OpenBLAS, but another BLAS is loaded; choose openblas-pthread by "
            "update-alternatives --config libblas.so.3-" + os.uname().machine + "-linux-gnu."
        )
    library = ctypes.CDLL("libopenblas.so.0")
    library.openblas_get_config.restype = ctypes.c_char_p
    return library.openblas_get_config().decode()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: numpy_training.py MNIST_IDX_DIR")
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        sys.exit("OPENBLAS_NUM_THREADS must be 1, for one thread is compared with one.")
    openblas_configuration()
    bench = Bench(sys.argv[1])
    for line in sys.stdin:
        [[command, argument]] = json.loads(line).items()
        print(json.dumps(getattr(bench, command)(argument)), flush=True)


if __name__ == "__main__":
    try:
        main()
    except (OSError, RuntimeError, ValueError) as error:
        sys.exit(str(error))
