"""What changes a claim beside it stays: negations, hedges, quantifiers, conditions, restrictions, rates."""
