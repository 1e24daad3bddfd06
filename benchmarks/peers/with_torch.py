"""The plain script in PyTorch: its matrices, its operations, one by one or compiled."""

from collections.abc import Callable

from benchmarks.peers.contender import Contender, Missing, Training
from benchmarks.peers.scripts import first_synapses, mean_error
from engine import Recipe

try:
    import torch
except ImportError as error:
    raise Missing("PyTorch is not installed") from error

torch.set_num_threads(1)


def eager() -> Contender:
    """Return PyTorch as it is."""
    return Contender(f"torch {torch.__version__}", lambda recipe: training(recipe, lambda step: step), {})


def compiled() -> Contender:
    """Return PyTorch with each iteration put through its compiler."""
    return Contender(f"torch {torch.__version__}", lambda recipe: training(recipe, torch.compile), {})


def one_layer(X, y, alpha, syn0):
    l1 = torch.sigmoid(X @ syn0)
    l1_delta = (y - l1) * (l1 * (1 - l1))
    syn0 += alpha * (X.T @ l1_delta)


def two_layers(X, y, alpha, syn0, syn1):
    l1 = torch.sigmoid(X @ syn0)
    l2 = torch.sigmoid(l1 @ syn1)
    l2_delta = (y - l2) * (l2 * (1 - l2))
    l1_delta = (l2_delta @ syn1.T) * (l1 * (1 - l1))
    syn1 += alpha * (l1.T @ l2_delta)
    syn0 += alpha * (X.T @ l1_delta)


def training(recipe: Recipe, made: Callable[[Callable[..., None]], Callable[..., None]]) -> Callable[[], Training]:
    X, y, alpha = torch.tensor(recipe.X.copy()), torch.tensor(recipe.y.copy()), recipe.alpha
    torch._dynamo.reset()
    step = made(two_layers if recipe.hidden_sizes else one_layer)

    def begin() -> Training:
        synapses = [torch.from_numpy(syn) for syn in first_synapses(recipe)]

        def train(iterations: int) -> None:
            with torch.no_grad():
                for _ in range(iterations):
                    step(X, y, alpha, *synapses)

        return Training(train, lambda: float(mean_error(recipe.X, recipe.y, [syn.numpy() for syn in synapses])))

    return begin
