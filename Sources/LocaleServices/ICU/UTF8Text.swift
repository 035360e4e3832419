/// A text's UTF-8 bytes for a function of CICU: pointer and length.
///
///     withUTF8Text(name) { text, length in cicu_text_fold_case(text, length, …) }
///
/// ICU counts in 32 bits: of longer texts it gets the beginning.
@inline(__always)
func withUTF8Text<Result>(
  _ text: String, _ body: (UnsafePointer<CChar>?, Int32) -> Result
) -> Result {
  var text = text
  return text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) {
      body($0.baseAddress, Int32(clamping: $0.count))
    }
  }
}
