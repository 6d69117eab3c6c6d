"""From pages to a published folder: the engine's run, the finish, the proof, the swap."""
