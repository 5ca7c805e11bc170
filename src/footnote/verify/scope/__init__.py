"""Words that change what follows them: negations, hedges, quantifiers. They stay, and none is added."""
