"""The articles that come with Dragoman, each as its publisher wrote it; their rights remain with their publishers."""
