import PreviewPages

extension PrintableText {
  /// The text as it may stand in HTML, SVG or XML, in an element or a quoted attribute.
  var html: String { HTMLEscaping.attribute(description) }
}
