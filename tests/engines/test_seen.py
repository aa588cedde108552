from hypothesis import given
from hypothesis import strategies as st

from factcheck.engines.seen import Seen

NUMBERS = st.integers(1, 2**64 - 1) | st.integers(1, 4).map(lambda low: low * 2**20 + 1)


@given(st.lists(NUMBERS, max_size=50), st.integers(0, 1))
def test_a_number_is_new_once(numbers: list[int], many: int) -> None:
    seen, known = Seen(), set[int]()
    for number in (*range(1, 3000 * many), *numbers, *numbers):
        assert seen.add(number) == (number not in known)
        known.add(number)
    assert len(seen) == len(known)
