"""Training stops at the first iteration whose error is low enough."""

from engine import Recipe, Run


def test_it_stops_at_the_very_iteration():
    run = Run(Recipe.named("xor"))
    done = run.advance(100_000, stop_error=0.1)
    assert done == run.iteration
    assert run.error <= 0.1
    before = Run(Recipe.named("xor"))
    before.advance(done - 1)
    assert before.error > 0.1


def test_it_does_nothing_where_the_error_is_low_already():
    run = Run(Recipe.named("xor"))
    assert run.advance(10, stop_error=0.9) == 0
    assert run.iteration == 0
