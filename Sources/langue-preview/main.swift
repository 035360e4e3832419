// The preview's server: `langue preview` starts it.
#if Preview
  await PreviewCommand.run(Array(CommandLine.arguments.dropFirst()))
#else
  print("langue-preview was built without its server: swift build --traits Tool,Preview")
#endif
