"""Eligibility: which offerings may be offered at all, and what to loosen when none may."""
