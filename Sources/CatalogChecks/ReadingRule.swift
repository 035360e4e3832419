/// A rule of those who read the files: what stands in the way of reading a manifest, a catalogue or a
/// message at all. It has no check, for there is nothing yet to be checked.
///
///     ReadingRule.all.first { $0.rule == "invalid-utf-8" }?.explanation
///
/// `langue explain RULE` prints these as well, and a test holds the list to the names in the readers.
public struct ReadingRule: Hashable, Sendable {
  /// The rule's name as it is printed.
  public var rule: String
  /// What is wrong, what becomes of the file, and what to do.
  public var explanation: String

  private init(_ rule: String, _ explanation: String) {
    self.rule = rule
    self.explanation = explanation
  }
}

extension ReadingRule {
  /// All of them, in the order of the alphabet.
  public static let all: [ReadingRule] = [
    ReadingRule(
      "byte-order-mark",
      """
      The file starts with a byte order mark, which JSON does not have. It is passed over; \
      save the file as UTF-8 without one.
      """),
    ReadingRule(
      "duplicate-declaration",
      """
      A message declares a variable twice, behind its use, or by itself. Declare it once, in \
      front.
      """),
    ReadingRule(
      "duplicate-field",
      "A field stands twice in an object of the manifest. The first counts: take one out."),
    ReadingRule(
      "duplicate-option-name",
      "A placeholder of a message has the same option twice. Keep one."),
    ReadingRule(
      "duplicate-variant",
      "A message has two variants for the same key. The first counts: take one out."),
    ReadingRule(
      "incomplete-translation",
      """
      Some variants of an XLIFF unit have a translation and others have none. The message \
      counts as not translated until all have one.
      """),
    ReadingRule(
      "inexact-conversion",
      """
      `langue convert` wrote a message that does not say quite the same as before; the finding \
      says what differs. Compare the two.
      """),
    ReadingRule(
      "invalid-baseline",
      "The file for `--baseline` is none. Write it anew with `langue check --update-baseline`."),
    ReadingRule(
      "invalid-catalog",
      """
      The file is not built as its format asks: an element or a value stands where another is \
      expected. What can be read is read.
      """),
    ReadingRule(
      "invalid-csv",
      """
      A row of the CSV file cannot be read: a quotation mark is not closed, or a column is \
      missing that the first row names.
      """),
    ReadingRule(
      "invalid-encoding",
      "The file is not in the encoding that it names, or that its format has. Save it as UTF-8."),
    ReadingRule(
      "invalid-escape",
      """
      A backslash stands before something that the format does not know (`\\q`), or a code is \
      cut off (`\\u12`). The text is read without it.
      """),
    ReadingRule(
      "invalid-fluent",
      "An entry of the Fluent file cannot be read; the others are."),
    ReadingRule(
      "invalid-glossary",
      """
      `Locales/glossary.json` is not built as a glossary. `langue check` goes on without what \
      cannot be read.
      """),
    ReadingRule(
      "invalid-json",
      """
      The file is no JSON: a comma, a quotation mark or a brace is missing where the finding \
      points, or one too many.
      """),
    ReadingRule(
      "invalid-key",
      """
      A key is empty, too long, or has characters that no key may have. Its message is left \
      out.
      """),
    ReadingRule(
      "invalid-locale",
      """
      What the file says of its language is no locale (`@@locale`). The name of the file \
      counts.
      """),
    ReadingRule(
      "invalid-plural-forms",
      """
      The `Plural-Forms` header of the PO file cannot be read, and the forms are taken in the \
      order of the language's categories; or a message has more forms than the header says.
      """),
    ReadingRule(
      "invalid-po",
      """
      A line of the PO file cannot be read: a quotation mark is missing, or a keyword stands \
      where none can.
      """),
    ReadingRule(
      "invalid-property-list",
      """
      The file is no property list as Xcode writes it, or a value in it is of another kind \
      than expected.
      """),
    ReadingRule(
      "invalid-strings",
      "A line of the .strings file cannot be read: a quotation mark or a semicolon is missing."),
    ReadingRule(
      "invalid-utf-8",
      "The file has bytes that are no UTF-8, where the finding points. Save it as UTF-8."),
    ReadingRule(
      "invalid-value",
      """
      A field has a value of another kind than it takes: a number for a text, an unknown word. \
      The help names what is expected.
      """),
    ReadingRule(
      "invalid-xliff",
      """
      The file is XML, but not XLIFF as the standard has it: an element or an attribute is \
      missing, or stands where it may not.
      """),
    ReadingRule(
      "invalid-xml",
      """
      The file is no well-formed XML: an element is not closed, or a character must be written \
      as `&amp;` or `&lt;`.
      """),
    ReadingRule(
      "invalid-yaml",
      """
      The file cannot be read as YAML, or uses what translations have no use for (anchors, \
      tags).
      """),
    ReadingRule(
      "locale-mismatch",
      "The file says that it is in one language, and its name says another. The name counts."),
    ReadingRule(
      "malformed-locale",
      "A locale is not written as BCP 47 has it (`pt-BR`, `sr-Latn`, `zh-Hant-TW`)."),
    ReadingRule(
      "message-too-long",
      """
      A message is longer than any text on a page can be. It is left out; see the limits in \
      DESIGN.
      """),
    ReadingRule(
      "missing-field",
      "The manifest lacks a field that it must have; the finding names it."),
    ReadingRule(
      "missing-file",
      """
      The source has a catalogue that this locale lacks as a whole. Its messages count as \
      missing.
      """),
    ReadingRule(
      "missing-manifest",
      """
      There is no `Locales/site.json`. `langue init` writes one; catalogues of other tools are \
      found without.
      """),
    ReadingRule(
      "missing-selector-annotation",
      """
      A variable by which variants are chosen has no function: declare it with `.input {$n \
      :number}` or `:string`.
      """),
    ReadingRule(
      "nesting-too-deep",
      "A message nests arguments in arguments deeper than it can be read. Write it flatter."),
    ReadingRule(
      "not-carried",
      """
      A format cannot say something that the message says, or something of the file is not \
      taken over: the finding names it. Nothing is dropped without such a line; `langue \
      explain --format NAME` lists what a format does not carry.
      """),
    ReadingRule(
      "not-convertible",
      "A message cannot be written in the other syntax. It stays as it is."),
    ReadingRule(
      "other-language",
      """
      The file has messages of another language than the one that it is read for. They are \
      left out.
      """),
    ReadingRule(
      "overlapping-edits",
      "Two changes meet in the same place of a file; neither is written."),
    ReadingRule(
      "plural-forms-disagree",
      """
      The `Plural-Forms` header counts other forms than the language's plural rules do. The \
      header counts for reading, the rules for writing.
      """),
    ReadingRule(
      "syntax-error",
      """
      A message cannot be read: the finding points at the place and says what is expected. In \
      catalogues `invalid-syntax` says the same.
      """),
    ReadingRule(
      "too-deep",
      "The file nests its elements or objects deeper than any catalogue does. It is not read."),
    ReadingRule(
      "too-large",
      "A file, or a text in it, is larger than the limits allow. It is not read."),
    ReadingRule(
      "too-many-messages",
      """
      A catalogue has more messages than the limits allow. Those beyond are left out: split \
      the file.
      """),
    ReadingRule(
      "too-many-placeholders",
      "A message has more placeholders than the limits allow. It is left out."),
    ReadingRule(
      "too-many-variants",
      """
      The combinations of a message's plurals and selections are more than the limits allow. \
      Split the message.
      """),
    ReadingRule(
      "unescaped-apostrophe",
      """
      An apostrophe in an Android text has no backslash (`don\\'t`): Android's own compiler \
      drops it, or stops. Write `\\'`, or put the text in double quotes.
      """),
    ReadingRule(
      "unknown-asset",
      """
      A file stands among the pages that is neither a style, a script nor a picture that pages \
      use. It is not exported.
      """),
    ReadingRule(
      "unknown-locale",
      "The manifest speaks of a locale that it does not list under `entries`."),
    ReadingRule(
      "unknown-plural-category",
      """
      A plural has a key that is none of zero, one, two, few, many and other. Its text is left \
      out.
      """),
    ReadingRule(
      "unreadable-file",
      "A file cannot be opened or read: it is gone, or its rights forbid it."),
    ReadingRule(
      "variant-key-mismatch",
      """
      A variant has more or fewer keys than there are variables to choose by. Write one key \
      for each.
      """),
    ReadingRule(
      "wrong-locale",
      """
      `@@locale` names another locale than the folder that the file stands in. The folder \
      counts: correct one of the two.
      """),
    ReadingRule(
      "wrong-type",
      """
      A value is of another kind than expected where a file is converted: a catalogue is an \
      object of texts.
      """),
    ReadingRule(
      "xml-doctype",
      """
      The file has a document type, which could make it grow or read other files. Take the \
      `<!DOCTYPE …>` line out.
      """),
  ]
}
