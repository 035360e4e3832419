/// Frequent Chinese characters that only one of the two forms of the script has.
enum ChineseForms {
  static let simplifiedOnly =
    "们个这说会时对开关门问间东车长马鸟鱼见贝页风飞龙书买卖读写语词话请谢让认识记设计应该网络电脑员图国学习体区际经济业务处产钱银优总统张师听声头实现发变边过还进远运连选无与为义乐乔乡"
  static let traditionalOnly =
    "們個這說會時對開關門問間東車長馬鳥魚見貝頁風飛龍書買賣讀寫語詞話請謝讓認識記設計應該網絡電腦員圖國學習體區際經濟業務處產錢銀優總統張師聽聲頭實現發變邊過還進遠運連選無與為義樂喬鄉"
}
