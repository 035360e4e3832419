import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.text.MessageFormat;
import java.util.*;

// Reads texts through ResourceBundle and MessageFormat: LOCALE, KEY on each line of java-keys.tsv, and the text
// too in java.tsv.
class Read {
  public static void main(String[] arguments) throws Exception {
    var loader = new java.net.URLClassLoader(new java.net.URL[] {Path.of("java").toUri().toURL()});
    var out = new PrintStream(new FileOutputStream("java.tsv"), false, StandardCharsets.UTF_8);
    for (String line : Files.readAllLines(Path.of("java-keys.tsv"))) {
      String[] fields = line.split("\t");
      Locale locale = Locale.forLanguageTag(fields[0]);
      String text;
      try {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", locale, loader);
        text = new MessageFormat(bundle.getString(fields[1]), locale).format(new Object[] {"X", "X", "X", "X"});
      } catch (MissingResourceException missing) {
        text = "(missing)";
      }
      out.println(fields[0] + "\t" + fields[1] + "\t" + text.replace("\n", "\\n"));
    }
    out.close();
  }
}
