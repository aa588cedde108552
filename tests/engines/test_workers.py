"""Workers do as the process that started them."""

import gc
from contextlib import closing

from factcheck.engines.workers import Workers


def test_a_worker_looks_for_cycles_as_rarely_as_the_process_that_started_it() -> None:
    before = gc.get_threshold()
    gc.set_threshold(123_456, 21, 22)
    try:
        with closing(Workers(eval, 1)) as workers:
            workers.give(["__import__('gc').get_threshold()"])
            found = []
            while not found:
                found = [done for _, done in workers.results()]
    finally:
        gc.set_threshold(*before)
    assert found == [(123_456, 21, 22)]
