import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let wrongScript = Check(
    "wrong-script", .error,
    summary: "A translation is written in a script that is not its language's.",
    explanation: """
      A text in Latin letters on an Arabic page, Serbian in Latin letters where the locale means \
      Cyrillic, simplified characters on a page in traditional Chinese: somebody put a text into the \
      wrong file, or the text was transliterated.

      The check speaks where none of at least twelve letters is of the language's script (names and \
      addresses are shorter, or the same as in the source), and in Chinese where two characters belong \
      to the other form only and none to the own.
      """,
    examples: [
      .flagged("en", "Empty the cart now", "sr", "1️⃣Ispraznite korpu sada"),
      .flagged("en", "We open the door", "zh-Hant", "1️⃣我们开门"),
      .accepted("en", "We open the door", "zh-Hans", "我们开门"),
      .accepted("en", "Empty the cart now", "sr-Latn", "Ispraznite korpu sada"),
      .accepted("en", "The OpenStreetMap Foundation", "ru", "The OpenStreetMap Foundation"),
    ],
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard !context.locale.scripts.isEmpty, context.source.text != context.target.text else {
    return []
  }
  let traits = context.targetFacts.traits
  // Text in ASCII is of the right script where that is Latin.
  if context.locale.scripts.contains(.latin), !traits.contains(.beyondLatin) { return [] }
  var own = 0
  var foreign: [LetterScript: Int] = [:]
  var simplified = 0
  var traditional = 0
  let isChinese = context.locale.language == "zh" || context.locale.language == "yue"
  context.target.forEachText { text in
    for scalar in text.value.unicodeScalars {
      guard let script = LetterScript(scalar) else { continue }
      if context.locale.scripts.contains(script) {
        own += 1
        guard isChinese, script == .han else { continue }
        if simplifiedOnly.contains(scalar) { simplified += 1 }
        if traditionalOnly.contains(scalar) { traditional += 1 }
      } else {
        foreign[script, default: 0] += 1
      }
    }
  }
  let whole = 0..<context.target.text.utf8.count
  if isChinese {
    let isTraditional = context.locale.scriptCode == "Hant"
    let (right, wrong) = isTraditional ? (traditional, simplified) : (simplified, traditional)
    guard wrong > 1, right == 0 else { return [] }
    return [
      Fault(
        "the text is in \(isTraditional ? "simplified" : "traditional") characters", at: whole,
        help: "is it in the right file?")
    ]
  }
  guard own == 0, let most = foreign.max(by: { $0.value < $1.value }), most.value >= 12,
    !isAddressLike(context.target.text),
    context.source.text.caseFolded != context.target.text.caseFolded
  else { return [] }
  return [
    Fault(
      "the text is written in \(most.key) letters", at: whole, help: "is it in the right file?")
  ]
}

/// Addresses and code keep their letters everywhere.
private func isAddressLike(_ text: String) -> Bool { !text.utf8.contains(0x20) }

/// Frequent characters that only one of the two forms has.
private let simplifiedOnly = Set(
  "们个这说会时对开关门问间东车长马鸟鱼见贝页风飞龙书买卖读写语词话请谢让认识记设计应该网络电脑员图国学习体区际经济业务处产钱银优总统张师听声头实现发变边过还进远运连选无与为义乐乔乡"
    .unicodeScalars)
private let traditionalOnly = Set(
  "們個這說會時對開關門問間東車長馬鳥魚見貝頁風飛龍書買賣讀寫語詞話請謝讓認識記設計應該網絡電腦員圖國學習體區際經濟業務處產錢銀優總統張師聽聲頭實現發變邊過還進遠運連選無與為義樂喬鄉"
    .unicodeScalars)
