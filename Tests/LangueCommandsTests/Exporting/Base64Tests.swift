import Testing

@testable import LangueCommands

@Suite struct Base64Tests {
  // RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"),
  ])
  func `letters become the bytes that they stand for`(text: String, bytes: String) {
    #expect(Base64.decoded(text) == Array(bytes.utf8))
  }

  @Test func `all 64 letters are read`() {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let bytes = Base64.decoded(letters)
    #expect(bytes?.count == 48)
    #expect(bytes?.prefix(3) == [0x00, 0x10, 0x83])
    #expect(bytes?.suffix(3) == [0xF3, 0xDF, 0xBF])
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zm9*", "Zm 9", "Zm9v\n", "é"])
  func `what is no Base64 is nothing`(text: String) {
    #expect(Base64.decoded(text) == nil)
  }
}
