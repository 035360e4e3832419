#if Preview
  import Testing

  @testable import langue_preview

  @Suite struct FormFieldsTests {
    @Test func escapesAndPlusSignsAreRead() {
      let fields = FormFields("a=b+c%20d&key=%D8%B3%D9%84%D8%A9&e=1%3D2%26")
      #expect(fields["a"] == "b c d")
      #expect(fields["key"] == "سلة")
      #expect(fields["e"] == "1=2&")
    }

    @Test func aFieldWithoutValueIsEmptyAndAMissingOneIsNot() {
      #expect(FormFields("saved")["saved"] == "")
      #expect(FormFields("saved")["other"] == nil)
      #expect(FormFields(nil)["saved"] == nil)
    }

    @Test func ofSeveralTheFirstCounts() {
      #expect(FormFields("a=1&a=2")["a"] == "1")
    }

    @Test(arguments: ["%", "%4", "%zz", "%%41"])
    func whatIsNoEscapeStaysAsItIs(text: String) {
      #expect(FormFields("a=\(text)")["a"] == (text == "%%41" ? "%A" : text))
    }

    @Test func whatIsNotUTF8IsLeftOut() {
      #expect(FormFields("a=%FF%FE&b=c")["a"] == nil)
      #expect(FormFields("a=%C0%AE&b=c")["b"] == "c")
    }

    @Test func onlySoManyFieldsAreRead() {
      let text = (1...33).map { "f\($0)=x" }.joined(separator: "&")
      #expect(FormFields(text)["f32"] == "x")
      #expect(FormFields(text)["f33"] == nil)
    }
  }
#endif
