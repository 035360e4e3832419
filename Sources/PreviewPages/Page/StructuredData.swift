/// The page for search engines: an Article, and its questions as a FAQPage (schema.org, JSON-LD).
struct StructuredData {
  var headline: String
  var summary: String
  var language: String
  var address: String
  var questions: [(question: String, answer: String)]

  /// A `<script>` element that holds data only; no text can end it.
  var html: String {
    var graph: [JSONText.Value] = [
      .object([
        ("@type", .string("Article")),
        ("headline", .string(headline)),
        ("description", .string(summary)),
        ("inLanguage", .string(language)),
        ("mainEntityOfPage", .string(address)),
      ])
    ]
    if !questions.isEmpty {
      graph.append(
        .object([
          ("@type", .string("FAQPage")),
          ("inLanguage", .string(language)),
          ("mainEntity", .array(questions.map(Self.entity))),
        ]))
    }
    let data = JSONText.Value.object([
      ("@context", .string("https://schema.org")), ("@graph", .array(graph)),
    ])
    return "<script type=\"application/ld+json\">\(JSONText.text(data))</script>"
  }

  private static func entity(_ pair: (question: String, answer: String)) -> JSONText.Value {
    .object([
      ("@type", .string("Question")),
      ("name", .string(pair.question)),
      (
        "acceptedAnswer",
        .object([("@type", .string("Answer")), ("text", .string(pair.answer))])
      ),
    ])
  }
}
