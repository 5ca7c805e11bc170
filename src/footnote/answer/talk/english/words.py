"""What English requests are made of: please, what is meant by the article, and what follows."""

PLEASE = r"(?:please |can you |could you |would you |will you |now |just |pls |ok |okay )*"
AFTERWARDS = r"(?: please| pls| for me| now| to me| briefly| shortly| quickly| again| then)*"
# "This report" is the article, "the report" only where it is to be summarised: it may be what is told of.
ARTICLE = (
    r"(?:(?:the|this|that) (?:whole |entire )?(?:article|text|page|piece)|"
    r"this (?:whole |entire )?(?:story|document|post|paper|report))"
)
WHOLE = rf"(?:it|this|that|{ARTICLE}|the (?:whole |entire )?(?:story|document|post|paper|report))"
IT = rf"(?:it|this|that|{ARTICLE})"
