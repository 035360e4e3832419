package import Diagnostics

extension SyntaxFault {
  /// The rule's name: the specification's name of the error, or of the limit.
  package var code: String {
    switch reason {
    case .messageTooLong: "message-too-long"
    case .tooManyPlaceholders: "too-many-placeholders"
    case .variantKeyMismatch: "variant-key-mismatch"
    case .missingFallbackVariant: "missing-fallback-variant"
    case .missingSelectorAnnotation: "missing-selector-annotation"
    case .declaredTwice, .declaredAfterUse, .usedInOwnDeclaration: "duplicate-declaration"
    case .duplicateOptionName: "duplicate-option-name"
    case .duplicateVariant: "duplicate-variant"
    default: "syntax-error"
    }
  }

  /// The fault in words. `source` is the message it was found in.
  package func diagnostic(in source: Span<UInt8>) -> Diagnostic {
    let text = Self.quotable(String(span, of: source))
    let (message, help) = words(text, in: source)
    return Diagnostic(
      code: code, message: message, span: span, help: help,
      notes: other.map { [Diagnostic.Note(noteText, span: $0)] } ?? [])
  }

  private var noteText: String {
    switch reason {
    case .variantKeyMismatch: "the selectors"
    case .declaredAfterUse: "used here"
    case .usedInOwnDeclaration: "declared here"
    default: "first here"
    }
  }

  /// A piece of the source for a message: short, and without characters that cannot be seen.
  private static func quotable(_ text: String) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      count += 1
      if count > 40 { return result + "…" }
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: result += " "
      case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func words(_ text: String, in source: Span<UInt8>) -> (String, String?) {
    switch reason {
    case .variantKeyMismatch, .missingFallbackVariant, .missingSelectorAnnotation,
      .declaredTwice, .declaredAfterUse, .usedInOwnDeclaration, .duplicateOptionName,
      .duplicateVariant:
      dataModelWords(text)
    case .unclosedPattern, .unknownKeyword, .missingExpression, .markupInDeclaration,
      .inputWithoutVariable, .localWithoutVariable, .localWithoutEquals, .missingBody,
      .unexpectedInComplex, .matchWithoutSelector, .selectorInBraces, .matchWithoutVariants,
      .variantWithoutPattern, .unexpectedKey, .contentAfterBody:
      complexWords(text)
    default:
      placeholderWords(text)
    }
  }

  private func placeholderWords(_ text: String) -> (String, String?) {
    switch reason {
    case .messageTooLong:
      (
        "message is longer than \(MessageScanner.longestMessage) bytes",
        "split it into several messages"
      )
    case .tooManyPlaceholders:
      (
        "message has more than \(MessageScanner.mostPlaceholders) placeholders",
        "split it into several messages"
      )
    case .nulCharacter: ("U+0000 cannot stand in a message", "remove it")
    case .loneBrace:
      ("`}` closes nothing", "write a brace in the text as `\\}`; a pattern ends with `}}`")
    case .badEscape:
      (
        "`\(text)` is not an escape",
        "only `\\\\`, `\\{`, `\\|` and `\\}` are; write a backslash as `\\\\`"
      )
    case .unclosedPlaceholder:
      ("`{` is never closed", "close the placeholder with `}`, or write a brace as `\\{`")
    case .emptyPlaceholder:
      ("placeholder is empty", "name a variable, `{$name}`, or write the braces as `\\{\\}`")
    case .doubledBrace:
      ("`{` inside a placeholder", "write a variable as `{$name}` and a brace as `\\{`")
    case .missingName: ("expected a name after `\(text)`", "as in `\(text)name`")
    case .badNameStart:
      (
        "name cannot start with a digit, `-` or `.`: `\(text)`",
        "put a letter or `_` in front"
      )
    case .missingSpace:
      ("expected white space before `\(text)`", "put a space in front of `\(text)`")
    case .missingEquals: ("option `\(text)` has no value", "write it as `\(text)=value`")
    case .missingValue:
      ("expected a value after `=`", "give a word, a quoted text `|…|` or a variable `$name`")
    case .attributeVariable:
      ("the value of an attribute cannot be a variable", "give a word or a quoted text `|…|`")
    case .unclosedLiteral:
      ("`|` is never closed", "end the quoted text with `|`; inside it, write `\\|`")
    case .optionWithoutFunction:
      (
        "unexpected `\(text)` in a placeholder",
        "options follow a function, as in `{$name :function \(text)=value}`"
      )
    case .optionAfterAttribute:
      ("option `\(text)` stands behind an attribute", "put options in front of attributes")
    case .slashNotAtEnd: ("`/` must stand directly before `}`", "write it as `/}`")
    default:
      (
        "unexpected `\(text)` in a placeholder",
        "a placeholder is a variable `{$name}`, a text `{|…|}` or a function `{:name}`;"
          + " in the text, write `\\{` and `\\}`"
      )
    }
  }

  private func complexWords(_ text: String) -> (String, String?) {
    switch reason {
    case .unclosedPattern: ("`{{` is never closed", "end the pattern with `}}`")
    case .unknownKeyword:
      (
        "unknown keyword `\(text)`",
        "the keywords are `.input`, `.local` and `.match`;"
          + " put a text that starts with a dot between `{{` and `}}`"
      )
    case .missingExpression: ("expected an expression `{…}`", "as in `.local $name = {…}`")
    case .markupInDeclaration:
      ("markup cannot be declared", "declare a variable, a text or a function")
    case .inputWithoutVariable:
      ("`.input` declares a variable", "as in `.input {$name :number}`")
    case .localWithoutVariable: ("expected a variable", "as in `.local $name = {…}`")
    case .localWithoutEquals: ("expected `=` after `\(text)`", "as in `.local $name = {…}`")
    case .missingBody:
      ("message ends after its declarations", "add the pattern, `{{…}}`, or a `.match`")
    case .matchWithoutSelector:
      ("`.match` selects nothing", "name one or more variables, as in `.match $count`")
    case .selectorInBraces:
      (
        "a selector stands without braces",
        "declare it in front, `.input {$count :number}`, and write `.match $count`"
      )
    case .matchWithoutVariants:
      ("`.match` has no variants", "add at least `* {{…}}`")
    case .variantWithoutPattern:
      ("variant `\(text)` has no pattern", "add it as `{{…}}`")
    case .unexpectedKey:
      (
        "unexpected `\(text)` in a variant",
        "a variant is its keys and a pattern, as in `one {{…}}` or `* {{…}}`"
      )
    case .contentAfterBody:
      ("message goes on after its pattern", "put all of the text between `{{` and `}}`")
    default:
      (
        "unexpected `\(text)`",
        "after the declarations comes a pattern, `{{…}}`, or a `.match`"
      )
    }
  }

  private func dataModelWords(_ text: String) -> (String, String?) {
    switch reason {
    case .variantKeyMismatch:
      ("variant `\(text)` needs one key for each selector", "add or remove keys")
    case .missingFallbackVariant:
      ("no variant fits every value", "add one with only `*` as keys")
    case .missingSelectorAnnotation:
      (
        "selector `\(text)` has no function",
        "declare it with one in front, as in `.input {\(text) :number}`"
      )
    case .declaredTwice:
      ("variable `\(text)` is declared twice", "give one of the two another name")
    case .declaredAfterUse:
      (
        "variable `\(text)` is declared after it was used",
        "move this declaration in front of the other"
      )
    case .usedInOwnDeclaration:
      ("variable `\(text)` is used in its own declaration", "give the new variable another name")
    case .duplicateOptionName: ("option `\(text)` is given twice", "remove one of the two")
    default: ("variant `\(text)` exists twice", "remove one of the two")
    }
  }
}
