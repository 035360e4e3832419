import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// Collects what a writer could not carry.
struct WritingLog {
  private(set) var findings: [Finding] = []
  private let format: String
  private let locale: LocaleIdentifier

  init(_ format: String, _ locale: LocaleIdentifier) {
    self.format = format
    self.locale = locale
  }

  /// A message that is left out.
  mutating func leaveOut(_ key: String, _ reason: String, help: String? = nil) {
    add("not-carried", .error, key, "not written: \(reason)", help)
  }

  /// A message that comes back a little different.
  mutating func change(_ key: String, _ reason: String, help: String? = nil) {
    add("inexact-conversion", .warning, key, reason, help)
  }

  /// What a conversion of the message had to say: why it is left out, or what is different.
  mutating func take(_ diagnostics: [Diagnostic], of key: String) {
    if let fault = diagnostics.first(where: { $0.severity == .error }) {
      return leaveOut(key, fault.message, help: fault.help)
    }
    for diagnostic in diagnostics where diagnostic.severity == .warning {
      change(key, diagnostic.message, help: diagnostic.help)
    }
  }

  /// Says what stands beside the messages and has no place in the format.
  mutating func reportLost(_ entries: [ExchangeEntry], carries: Set<MetadataField>) {
    for field in MetadataField.allCases where !carries.contains(field) {
      let count = entries.count { field.isPresent(in: $0) }
      guard count > 0 else { continue }
      findings.append(
        Finding(
          rule: "not-carried", severity: .note, locale: locale.tag, file: format,
          message: "\(field.rawValue) of \(count) messages has no place in the format",
          help: "it stays in the site's own catalogues"))
    }
  }

  private mutating func add(
    _ rule: String, _ severity: Severity, _ key: String, _ message: String, _ help: String?
  ) {
    findings.append(
      Finding(
        rule: rule, severity: severity, locale: locale.tag, key: key, file: format,
        message: message, help: help))
  }
}

/// What may stand beside a message.
enum MetadataField: String, CaseIterable {
  case description
  case maximumLength = "maximum length"
  case state
  case fingerprint = "fingerprint of the source"

  func isPresent(in entry: ExchangeEntry) -> Bool {
    switch self {
    case .description: entry.metadata.description != nil
    case .maximumLength: entry.metadata.maxLength != nil
    case .state: entry.metadata.state != nil
    case .fingerprint: entry.metadata.source != nil
    }
  }
}
