using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Blobpress.Site.Urls.Generators;

/// <summary>Latin letters without their marks, as Hexo writes them in URLs: <c>é</c> is e, <c>Æ</c> AE, <c>ø</c> o.</summary>
internal static class LatinLetters
{
    // Letters that Unicode does not take apart (strokes, hooks, turned ones, ligatures), by what stands for them.
    private const string Table = "A:ȺⱯ AA:Ꜳ AE:ÆǼǢ AO:Ꜵ AU:Ꜷ AV:ꜸꜺ AY:Ꜽ B:ɃƂƁ C:ƇȻꜾ D:ĐƋƊƉꝹ E:ƐƎ F:ƑꝻ G:ǤƓꞠꝽꝾ H:ĦⱧⱵꞍ I:Ɨ J:Ɉ K:ƘⱩꝀꝂꝄꞢ L:ĿŁȽⱢⱠꝈꝆꞀ M:ⱮƜ N:ȠƝꞐꞤ "
        + "O:ØǾƆƟꝊꝌ OE:\u008CŒ OI:Ƣ OO:Ꝏ OU:Ȣ P:ƤⱣꝐꝒꝔ Q:ꝖꝘɊ R:ɌⱤꝚꞦꞂ S:ẞⱾꞨꞄ T:ŦƬƮȾꞆ TZ:Ꜩ U:Ʉ V:ƲꝞɅ VY:Ꝡ W:Ⱳ Y:ƳɎỾ Z:ƵȤⱿⱫꝢ a:ẚⱥɐ aa:ꜳ ae:æǽǣ "
        + "ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƀƃɓ c:ƈȼꜿↄ d:đƌɖɗꝺ e:ɇɛǝ f:ƒꝼ g:ǥɠꞡᵹꝿ h:ħⱨⱶɥ hv:ƕ i:ɨı j:ɉ k:ƙⱪꝁꝃꝅꞣ l:ŀſłƚɫⱡꝉꞁꝇ m:ɱɯ n:ƞɲŉꞑꞥ o:øǿɔꝋꝍɵ "
        + "oe:\u009Cœ oi:ƣ oo:ꝏ ou:ȣ p:ƥᵽꝑꝓꝕ q:ɋꝗꝙ r:ɍɽꝛꞧꞃ s:ßȿꞩꞅ t:ŧƭʈⱦꞇ tz:ꜩ u:ʉ v:ʋꝟʌ vy:ꝡ w:ⱳ y:ƴɏỿ z:ƶȥɀⱬꝣ ";

    private static readonly FrozenDictionary<char, string> Whole = Table.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':'))
        .SelectMany(entry => entry[1].Select(letter => KeyValuePair.Create(letter, entry[0]))).ToFrozenDictionary();

    /// <summary>The text with plain letters; what is no Latin letter stays, and so do marks that stand by themselves.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter <= '~') plain.Append(letter);
            else if (Whole.TryGetValue(letter, out var whole)) plain.Append(whole);
            else if (TakesApart(letter)) plain.Append(Base(letter));
            else plain.Append(letter);
        }

        return plain.ToString();
    }

    // Precomposed letters, the digraphs with caron, full width and circled ones; not small capitals, numerals, units or superscripts.
    private static bool TakesApart(char letter) =>
        letter is (>= '\u00C0' and <= '\u024F' and not '\u0132' and not '\u0133') or (>= '\u1E00' and <= '\u1EFF')
            or (>= '\u24B6' and <= '\u24E9') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A');

    private static string Base(char letter)
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormKD);
        var letters = string.Concat(parts.Where(part => CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark));
        return letters.All(char.IsAsciiLetter) ? letters : letter.ToString();
    }
}
