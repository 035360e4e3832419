import Diagnostics
import MessageSyntax
import StringCatalogs

/// Carries messages from one syntax to the other.
///
///     MessageConversion(target: .messageFormat2, dialect: .icu).convert("{n, number}").text
///     // "{$n :number}"
struct MessageConversion {
  /// The syntax of the results; the sources have the other one.
  var target: MessageSyntaxKind
  /// Whose MessageFormat 1 it is, on whichever side.
  var dialect: ICUMessageFormat.Dialect

  struct Result {
    /// nil where the message cannot be read, or not be said in the other syntax.
    var text: String?
    /// Their spans count bytes of the source.
    var diagnostics: [Diagnostic]
    /// The arguments that got another name, by their old one.
    var renamed: [String: String] = [:]
  }

  func convert(_ source: String) -> Result {
    target == .messageFormat2 ? toMessageFormat2(source) : toICU(source)
  }

  private func toMessageFormat2(_ source: String) -> Result {
    let parsed = ICUMessageFormat.parse(source, dialect: dialect)
    guard parsed.isValid, let message = parsed.message else {
      return Result(text: nil, diagnostics: parsed.diagnostics)
    }
    let conversion = ICUMessageFormat.convertToMessageFormat2(message)
    return Result(
      text: conversion.message.map { MessageFormat2.print($0) },
      diagnostics: parsed.diagnostics + conversion.diagnostics, renamed: conversion.renamed)
  }

  private func toICU(_ source: String) -> Result {
    let parsed = MessageFormat2.parse(source)
    guard parsed.isValid, let message = parsed.message else {
      return Result(text: nil, diagnostics: parsed.diagnostics)
    }
    let conversion = MessageFormat2.convertToICUMessageFormat(message, dialect: dialect)
    return Result(
      text: conversion.message.map { ICUMessageFormat.print($0, dialect: dialect) },
      diagnostics: parsed.diagnostics + conversion.diagnostics, renamed: conversion.renamed)
  }
}

extension ConvertCommand.Dialect {
  var kind: ICUMessageFormat.Dialect { self == .icu ? .icu : .formatJS }
}
