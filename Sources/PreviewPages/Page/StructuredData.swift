import StringCatalogs

/// The page for search engines: an Article, and its questions as a FAQPage (schema.org, JSON-LD).
struct StructuredData {
  var headline: String
  var summary: String
  var language: String
  var address: String
  var questions: [(question: String, answer: String)]

  /// A `<script>` element that holds data only; no text can end it.
  var html: String {
    var graph: [JSONTree] = [
      [
        "@type": "Article", "headline": .string(headline), "description": .string(summary),
        "inLanguage": .string(language), "mainEntityOfPage": .string(address),
      ]
    ]
    if !questions.isEmpty {
      let entities = questions.map { Self.entity($0.question, $0.answer) }
      graph.append(
        ["@type": "FAQPage", "inLanguage": .string(language), "mainEntity": .array(entities)])
    }
    let data: JSONTree = ["@context": "https://schema.org", "@graph": .array(graph)]
    return "<script type=\"application/ld+json\">\(data.text(.compact, forHTML: true))</script>"
  }

  private static func entity(_ question: String, _ answer: String) -> JSONTree {
    let accepted: JSONTree = ["@type": "Answer", "text": .string(answer)]
    return ["@type": "Question", "name": .string(question), "acceptedAnswer": accepted]
  }
}
