#if Preview
  import StringCatalogs
  import Testing

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #else
    import Darwin
  #endif

  /// A small site on disk, which goes with the value: French is the source, with German and Swiss
  /// German, which falls back to it.
  final class TemporarySite {
    let path: String

    init() throws {
      var template = Array("/tmp/langue-preview-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      for folder in ["Locales", "Strings", "Strings/fr", "Strings/de"] {
        try #require(mkdir("\(path)/\(folder)", 0o755) == 0)
      }
      try write(
        """
        { "source": "fr", "baseURL": "https://a.example", "entries": [
          { "default": true, "locale": "fr", "label": "Langue par défaut" },
          { "locale": "fr", "label": "French" }, { "locale": "de", "label": "German" },
          { "locale": "de-CH", "label": "Swiss German" } ],
          "fallbacks": { "de-CH": ["de"] } }
        """, to: "Locales/site.json")
      try write("<h1>{{{title}}}</h1><p>{{{items}}}</p>", to: "Strings/index.html")
      try write(
        """
        {
          "title": "Salut",
          "items": "{$n :integer} objets",
          "@items": { "placeholders": { "n": { "type": "integer", "example": 2 } } }
        }

        """, to: "Strings/fr/main.json")
      try write(Self.german, to: "Strings/de/main.json")
    }

    static let german = """
      {
        "title": "Hallo \\u00fc",
        "items": "{$n :integer} Dinge"
      }

      """

    deinit { StagedFolder.removeAll(path) }

    func write(_ text: String, to name: String) throws {
      try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
    }

    func read(_ name: String) throws -> String {
      String(decoding: try FileContents.read("\(path)/\(name)"), as: UTF8.self)
    }
  }
#endif
