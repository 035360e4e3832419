public import Diagnostics

/// A message carried from one syntax to the other, and what was lost or changed on the way.
///
///     let icu = ICUMessageFormat.parse("{0, plural, one {# file} other {# files}}").message!
///     let conversion = ICUMessageFormat.convertToMessageFormat2(icu)
///     conversion.message  // .input {$arg0 :number} .match $arg0 …
///     conversion.renamed  // ["0": "arg0"]
///
/// `diagnostics` has an error (code `not-convertible`) for each thing that the other syntax cannot
/// say, and then there is no message; a warning (`inexact-conversion`) for each thing that it says
/// a little differently; a note for what changes nothing but deserves a look. Their spans are places
/// in the source of the message that was given.
public struct Conversion<Message: Sendable & Hashable>: Sendable, Hashable {
  public var message: Message?
  public var diagnostics: [Diagnostic]
  /// The arguments that got another name, by their old one.
  public var renamed: [String: String]

  public init(message: Message?, diagnostics: [Diagnostic], renamed: [String: String]) {
    self.message = message
    self.diagnostics = diagnostics
    self.renamed = renamed
  }
}

/// Collects what a conversion has to say.
struct ConversionLog {
  private(set) var diagnostics: [Diagnostic] = []

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  mutating func refuse(_ message: String, _ span: SourceSpan, help: String? = nil) {
    add(
      Diagnostic(code: "not-convertible", message: message, span: span.range, help: help))
  }

  /// Refuses for the first of the errors that the reader of the result has found in it.
  mutating func refuse(_ diagnostics: [Diagnostic], _ span: SourceSpan) {
    guard let error = diagnostics.first(where: { $0.severity == .error }) else { return }
    refuse("message would not be valid: \(error.message)", span, help: error.help)
  }

  mutating func warn(_ message: String, _ span: SourceSpan, help: String? = nil) {
    add(
      Diagnostic(
        code: "inexact-conversion", severity: .warning, message: message, span: span.range,
        help: help))
  }

  mutating func note(_ message: String, _ span: SourceSpan, help: String? = nil) {
    add(
      Diagnostic(
        code: "inexact-conversion", severity: .note, message: message, span: span.range,
        help: help))
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    // The same text is converted once for each variant that it stands in.
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
