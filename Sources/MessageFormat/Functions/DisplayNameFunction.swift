import LocaleIdentifiers
import LocaleServices

extension MessageFunction {
  /// `:icu:displayName`: the name of a code in the message's language. Option `type`: `locale` (the
  /// default), `language`, `script`, `region`.
  static let displayName = MessageFunction(.text) { call in
    guard let code = call.operandText, code.utf8.count <= LocaleIdentifier.maximumLength else {
      return call.badOperand("`:icu:displayName` needs a code")
    }
    var kind = DisplayNameKind.locale
    for option in call.options where option.name == "type" { call.read(option) { kind = $0 } }
    guard let name = call.context.displayName(of: code, kind) else {
      return call.badOperand("CLDR has no name for the code")
    }
    var value = MessageValue.string(name)
    value.direction = call.localeDirection
    return value
  }
}

/// What a code stands for.
enum DisplayNameKind: String, CaseIterable {
  case locale, language, script, region
}

extension MessageFormatContext {
  fileprivate func displayName(of code: String, _ kind: DisplayNameKind) -> String? {
    // As cheap to open as to look for.
    guard let names = try? DisplayNames(locale: locale) else { return nil }
    return switch kind {
    case .locale: LocaleIdentifier(code).flatMap { names.name(of: $0) }
    case .language: names.name(ofLanguage: code.lowercased())
    case .script: names.name(ofScript: code)
    case .region: names.name(ofRegion: code.uppercased())
    }
  }
}
