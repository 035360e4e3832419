/// What came of reading a rule's findings in public catalogues one by one.
///
///     CheckTally(judged: 50, wrong: 1, "a Copyright line that is English everywhere")
///
/// The findings were drawn at random from ICU messages, ARB, gettext, Android, i18next, MediaWiki and
/// iOS catalogues in some two hundred languages; of fewer than fifty, all were read. An error may be
/// wrong in fewer than 5 of 100 findings, a warning in fewer than 20; a note only informs.
public struct CheckTally: Hashable, Sendable {
  /// How many findings were read; 0 where the rule found nothing in public catalogues.
  public var judged: Int
  /// How many of them were false alarms.
  public var wrong: Int
  /// What the false alarms were, or what there was to see.
  public var remark: String

  public init(judged: Int, wrong: Int, _ remark: String) {
    self.judged = judged
    self.wrong = wrong
    self.remark = remark
  }
}
