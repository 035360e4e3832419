/// All checks, group by group, in the order in which `langue explain` lists them.
///
///     CheckList.check("missing-variable")?.summary
public enum CheckList {
  public static let all: [Check] = groups.flatMap(\.checks).map { check in
    check.looking(at: check.aspects ?? .content)
  }

  /// The checks by the folder that they stand in.
  public static let groups: [(name: String, checks: [Check])] = [
    (
      "Structure",
      [
        .invalidSyntax, .duplicateKey, .missingTranslation, .unknownKey, .emptyTranslation,
        .unusedKey, .undefinedKey, .unknownField, .wrongFolder, .undocumentedKey,
        .unusedSuppression, .templateSyntax, .templateContext,
      ]
    ),
    (
      "Messages",
      [
        .unknownVariable, .missingVariable, .changedFunction, .missingPluralCategory,
        .unreachablePluralCategory, .missingFallbackVariant, .identicalVariants,
        .translatedKeyword, .unknownSelectKey, .concatenatedText,
      ]
    ),
    (
      "Markup",
      [
        .mismatchedMarkup, .unbalancedMarkup, .unsafeHTML, .changedLink, .changedAttribute,
      ]
    ),
    (
      "Text",
      [
        .staleTranslation, .untranslatedText, .inconsistentTranslation, .inconsistentTerm,
        .changedNumber, .changedURLOrEmail, .endPunctuation, .mismatchedWhitespace, .doubleSpace,
        .quotationMarks, .straightQuotes, .ellipsis, .apostropheTrap,
      ]
    ),
    (
      "Characters",
      [
        .unpairedBidiControls, .invisibleCharacters, .mixedScriptConfusable,
        .charactersOutsideExemplars, .wrongScript, .notNFC, .replacementCharacter,
        .controlCharacters,
      ]
    ),
    (
      "Room",
      [
        .exceededLength, .expandedText,
      ]
    ),
    (
      "Selector",
      [
        .labelNamesACountry, .damagedLabel, .unorderedLabels, .duplicateLocale, .changedEndonym,
      ]
    ),
  ]

  public static func check(_ rule: String) -> Check? { byRule[rule] }

  private static let byRule = Dictionary(
    all.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
}
