"""Ranking: a topic and the eligible programs → programs in order, with probabilities."""
