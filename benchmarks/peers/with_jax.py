"""The plain script in JAX: the whole loop compiled by XLA."""

from collections.abc import Callable

from benchmarks.peers.contender import Contender, Missing, Training
from benchmarks.peers.scripts import first_synapses, mean_error
from engine import Recipe

try:
    import jax
except ImportError as error:
    raise Missing("JAX is not installed") from error

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")


def loop() -> Contender:
    """Return `jit` around `fori_loop`."""
    return Contender(f"jax {jax.__version__}", training, {})


def one_layer(X, y, alpha, syn0):
    l1 = jax.nn.sigmoid(X @ syn0)
    l1_delta = (y - l1) * (l1 * (1 - l1))
    return (syn0 + alpha * (X.T @ l1_delta),)


def two_layers(X, y, alpha, syn0, syn1):
    l1 = jax.nn.sigmoid(X @ syn0)
    l2 = jax.nn.sigmoid(l1 @ syn1)
    l2_delta = (y - l2) * (l2 * (1 - l2))
    l1_delta = (l2_delta @ syn1.T) * (l1 * (1 - l1))
    return syn0 + alpha * (X.T @ l1_delta), syn1 + alpha * (l1.T @ l2_delta)


def training(recipe: Recipe) -> Callable[[], Training]:
    step = two_layers if recipe.hidden_sizes else one_layer
    X, y, alpha = recipe.X, recipe.y, recipe.alpha

    @jax.jit
    def some(iterations, synapses):
        return jax.lax.fori_loop(0, iterations, lambda _, synapses: step(X, y, alpha, *synapses), synapses)

    def begin() -> Training:
        synapses = [tuple(jax.numpy.asarray(syn) for syn in first_synapses(recipe))]

        def train(iterations: int) -> None:
            synapses[0] = jax.block_until_ready(some(iterations, synapses[0]))

        return Training(train, lambda: float(mean_error(X, y, synapses[0])))

    return begin
