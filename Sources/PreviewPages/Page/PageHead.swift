/// The links, the policy and the data in a page's `<head>`.
struct PageHead {
  /// A translation of the page: its hreflang and its address.
  struct Alternate {
    var hreflang: String
    var address: String
  }

  var canonical: String
  var alternates: [Alternate]
  /// The default entry's address, `x-default`.
  var defaultAddress: String
  /// The folder of styles and scripts, as seen from the page.
  var assets: String
  var stylesheets: [String]
  /// Scripts that run before the page is drawn.
  var scripts: [String]
  /// Nil where the server sends the policy as a header.
  var policy: String?
  var structuredData: StructuredData

  var html: String {
    var lines: [String] = []
    if let policy {
      lines.append(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\(HTMLEscaping.attribute(policy))\">"
      )
    }
    lines.append("<link rel=\"canonical\" href=\"\(HTMLEscaping.attribute(canonical))\">")
    for alternate in alternates {
      lines.append(Self.link(alternate.hreflang, alternate.address))
    }
    lines.append(Self.link("x-default", defaultAddress))
    // Without this a browser asks the server for an icon that is not there.
    lines.append("<link rel=\"icon\" href=\"data:,\">")
    for stylesheet in stylesheets {
      lines.append("<link rel=\"stylesheet\" href=\"\(assets)/\(stylesheet)\">")
    }
    for script in scripts {
      lines.append("<script src=\"\(assets)/\(script)\"></script>")
    }
    lines.append(structuredData.html)
    return lines.joined(separator: "\n")
  }

  private static func link(_ hreflang: String, _ address: String) -> String {
    "<link rel=\"alternate\" hreflang=\"\(HTMLEscaping.attribute(hreflang))\" "
      + "href=\"\(HTMLEscaping.attribute(address))\">"
  }
}
