import Diagnostics
import FoundationEssentials
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// Messages carried from one syntax to the other say the same, in all 47 languages.
struct ConversionProofTests {
  /// How many messages are made up for each direction, all locales together.
  static let count =
    ProcessInfo.processInfo.environment["LANGUE_DIFFERENTIAL_COUNT"].flatMap { Int($0) } ?? 3_000

  private static func seed(_ locale: LocaleIdentifier) -> UInt64 {
    UInt64(ICUOracleTests.locales.firstIndex(of: locale) ?? 0) + 1_000
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a made-up message of MessageFormat 1 says the same in MessageFormat 2, and back again`(
    locale: LocaleIdentifier
  ) throws {
    var generator = PatternGenerator(seed: Self.seed(locale))
    var proof = ConversionProof(locale: locale)
    var back = ConversionProof(locale: locale)
    var converted = 0
    let count = Self.count / ICUOracleTests.locales.count + 1
    for _ in 0..<count {
      let source = generator.pattern()
      guard let icu = ICUMessageFormat.parse(source).message else { continue }
      let conversion = ICUMessageFormat.convertToMessageFormat2(icu)
      guard let message = conversion.message else {
        #expect(conversion.diagnostics.contains { $0.severity == .error }, "\(source)")
        continue
      }
      guard !conversion.isInexact else { continue }
      converted += 1
      let printed = MessageFormat2.print(message)
      proof.compare(icu, message, renamed: conversion.renamed, "\(source) → \(printed)")
      let return2 = MessageFormat2.convertToICUMessageFormat(message)
      guard let again = return2.message, !return2.isInexact else { continue }
      back.compare(
        again, message, renamed: return2.renamed.inverted,
        "\(source) → \(printed) → \(ICUMessageFormat.print(again))")
    }
    let differences = proof.differences + back.differences
    #expect(
      differences.isEmpty, "\(differences.count): \(differences.prefix(6).joined(separator: "\n"))")
    #expect(converted > count / 4)
    #expect(back.compared > count)
  }

  @Test(arguments: ICUOracleTests.locales)
  func `a made-up message of MessageFormat 2 says the same in MessageFormat 1`(
    locale: LocaleIdentifier
  ) throws {
    var generator = MessageGenerator(seed: Self.seed(locale))
    var proof = ConversionProof(locale: locale)
    let count = Self.count / ICUOracleTests.locales.count + 1
    for _ in 0..<count {
      let source = generator.message()
      let message = try #require(MessageFormat2.parse(source).message, "\(source)")
      let conversion = MessageFormat2.convertToICUMessageFormat(message, dialect: .formatJS)
      guard let icu = conversion.message, !conversion.isInexact else { continue }
      proof.compare(
        icu, message, renamed: conversion.renamed.inverted,
        "\(source) → \(ICUMessageFormat.print(icu, dialect: .formatJS))")
    }
    #expect(
      proof.differences.isEmpty,
      "\(proof.differences.count): \(proof.differences.prefix(6).joined(separator: "\n"))")
    #expect(proof.compared > count)
  }
}

extension ConversionProofTests {
  /// Types and styles whose conversion claims to change nothing.
  static let exactStyles = [
    "n, number", "n, number, integer", "n, number, percent", "n, number,0.00", "n, number,000",
    "n, spellout", "n, ordinal", "n, duration", "d, date, long", "d, date, ::yMMMd",
    "d, date, ::yMMMMEEEEd",
    "d, date, ::MMMMd",
    "d, date, ::EEEE", "d, date, ::yQQQ", "d, date, ::GyMMM", "d, time, ::jm", "d, time, ::jms",
    "d, time, ::Hm", "n, number, ::currency/EUR", "n, number, ::currency/JPY unit-width-iso-code",
    "n, number, ::currency/USD .00 unit-width-full-name", "n, number, ::compact-short",
    "n, number, ::percent scale/100 .0", "n, number, ::percent", "n, number, ::@@#",
    "n, number, ::.00## sign-always", "n, number, ::unit/meter unit-width-full-name .0",
    "n, number, ::measure-unit/volume-liter unit-width-narrow",
    "n, number, ::precision-increment/0.05",
    "n, number, ::scientific", "n, number, ::000 group-off",
    "n, number, ::currency/EUR sign-accounting",
    "n, number, ::.0 rounding-mode-down", "n, number, ::permille",
  ]

  @Test(arguments: ICUOracleTests.locales)
  func `each type and style says the same in MessageFormat 2, and back again`(
    locale: LocaleIdentifier
  ) throws {
    var proof = ConversionProof(locale: locale)
    for style in Self.exactStyles {
      let icu = try #require(ICUMessageFormat.parse("{\(style)}").message, "\(style)")
      let conversion = ICUMessageFormat.convertToMessageFormat2(icu)
      let message = try #require(conversion.message, "\(style)")
      #expect(conversion.diagnostics.isEmpty, "\(style)")
      proof.compare(icu, message, renamed: [:], "\(style)")
      let back = MessageFormat2.convertToICUMessageFormat(message)
      let again = try #require(back.message, "\(MessageFormat2.print(message))")
      #expect(back.diagnostics.isEmpty, "\(style)")
      proof.compare(again, message, renamed: [:], "\(ICUMessageFormat.print(again))")
    }
    #expect(proof.differences.isEmpty, "\(proof.differences.joined(separator: "\n"))")
    #expect(proof.compared >= 2 * Self.exactStyles.count)
  }
}

extension Conversion {
  /// Whether the conversion itself says that the result differs.
  var isInexact: Bool { diagnostics.contains { $0.code == "inexact-conversion" } }
}

extension [String: String] {
  /// Old names by their new ones.
  var inverted: [String: String] {
    Dictionary(map { ($0.value, $0.key) }) { first, _ in first }
  }
}
