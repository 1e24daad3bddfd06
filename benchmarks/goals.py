"""What is wanted of the stream and of the page, on a machine with two cores and no graphics card."""

from benchmarks.table import Goal

GOALS = {
    "start": {"until the page is served, ms": Goal("most", 2000, 1000)},
    "a tick, 4 units": {"of the event loop, ms": Goal("most", 0.2)},
    "a tick, 32 units": {"of the event loop, ms": Goal("most", 0.2)},
    "250 learners, 600 iterations a second each": {
        "frames_slowest": Goal("least", 27),
        "gap_p99_ms": Goal("most", 100),
        "memory_per_learner_kb": Goal("most", 300, 100),
    },
    "1000 watchers of one run": {"frames_slowest": Goal("least", 27), "gap_p99_ms": Goal("most", 100)},
    "alpha's thumb to paint": {"p50, ms": Goal("most", 33, 17), "p99, ms": Goal("most", 120, 60)},
    "a press on the timeline of 1,000,000 iterations": {
        "p50, ms": Goal("most", 100, 33),
        "worst, ms": Goal("most", 100),
    },
    "XOR, 4 units": {"paints a second": Goal("least", 30, 60), "main thread p95, ms": Goal("most", 33, 16)},
    "XOR, 32 units": {"paints a second": Goal("least", 25, 60)},
    "two weights, contour": {"paints a second": Goal("least", 25, 60)},
    "two weights, 3-D": {"paints a second": Goal("least", 25, 30), "moves of the ball a second": Goal("least", 3, 20)},
    "a page of 200 ms a paint": {"age p50, ms": Goal("most", 500, 250)},
    "first visit": {"KB": Goal("most", 1600, 1300), "first frame, ms": Goal("most", 2500, 1200)},
    "second visit": {"KB": Goal("most", 30, 10)},
}
"""By case and figure. Thirty frames a second count as kept up where no page has fewer than 27."""
