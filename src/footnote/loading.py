"""Models are loaded one at a time in a process.

transformers 5.24 replaces ``PreTrainedModel.tie_weights`` for all threads while it loads a model, and puts
back what it found there. Two loads that overlap can leave the replacement in place, and from then on every
load in the process fails for want of a weight.
"""

import threading

LOADING = threading.Lock()
