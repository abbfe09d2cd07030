### Why something is in the plan or not.
