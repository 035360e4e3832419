/// The messages that the language selector needs; it is a part of every page.
public enum SelectorWords {
  public static let keys = [
    "selector.label", "selector.default", "selector.search", "selector.results",
    "selector.suggestions", "selector.all", "selector.change", "selector.none", "selector.close",
  ]
}
