#if Preview
  /// The parameters of an address; only plain ones are read, escapes are left as they are.
  struct QueryParameters {
    private var values: [Substring: Substring] = [:]

    init(_ query: String?) {
      for pair in (query ?? "").split(separator: "&").prefix(32) {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if let name = parts.first, parts.count == 2, values[name] == nil { values[name] = parts[1] }
      }
    }

    subscript(name: String) -> String? { values[name[...]].map(String.init) }
  }
#endif
