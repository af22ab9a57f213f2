"""A problem is told in one line."""

from roadmap.datafiles.problems import Problem, quoted


def test_a_problem_is_one_line_and_quotes_are_cut_short() -> None:
    problem = Problem("f.yml", 1, 1, f"{quoted('x' * 200)}\nfinns inte.")
    assert str(problem) == f'f.yml:1:1: "{"x" * 80}…" finns inte.'
