"""The web lab: sessions, messages and pages around the engine."""

__version__ = "0.1.0"
