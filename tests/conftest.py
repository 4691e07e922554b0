"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# the first example loads the language; a deadline would measure that and the machine, not the code
settings.register_profile("factdiff", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factdiff")


def pytest_addoption(parser):
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots of reports anew")
