using System.Buffers;
using System.Globalization;
using Blobpress.Site.Settings;

namespace Blobpress.Site.Html.Code;

/// <summary>What an author says of a block of code beside its fence or in its tag.</summary>
/// <param name="Language">As written; empty where none is named.</param>
internal sealed record CodeInfo(string Language)
{
    // More than any block has lines.
    private const int MaxLine = 10_000;

    private static readonly SearchValues<char> LineSigns = SearchValues.Create("0123456789,- ");

    /// <summary>The file's name or a title; empty where there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where the code is from; empty where that is not said.</summary>
    public string Url { get; init; } = "";

    /// <summary>The text of the link to it.</summary>
    public string Link { get; init; } = "";

    /// <summary>The lines that are marked, the first of the block being 1.</summary>
    public IReadOnlyList<(int From, int To)> Marked { get; init; } = [];

    /// <summary>The lines that are marked by the numbers that they bear, as Hexo counts.</summary>
    public IReadOnlyList<(int From, int To)> MarkedNumbers { get; init; } = [];

    /// <summary>The number of the first line; null where lines bear none.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>
    /// Reads <c>js {1,3-5} title="a.js"</c> (Docusaurus), <c>js mark:1,3 title url link</c> (Hexo), <c>go {hl_lines=[1,"3-5"],linenos=true}</c>
    /// (Hugo), <c>js:a.js</c> (Qiita), <c>{.python .numberLines}</c> (Pandoc), <c>{r echo=FALSE}</c> (R Markdown). What is not understood is ignored.
    /// </summary>
    /// <param name="info">What follows the fence.</param>
    /// <param name="generator">Only Hexo's words without a key are a title.</param>
    public static CodeInfo Parse(string info, Generator generator)
    {
        var code = new CodeInfo("");
        var words = new List<string>();
        var first = true;
        foreach (var item in CodeInfoItems.Of(info))
        {
            code = item switch
            {
                { Key: "", Value: ['{', .. var inner] } => code.Braces(inner.TrimEnd('}')),
                { Key: "", Value: var word } when first => code.Named(word),
                { Key: "", Value: var word } => code.Word(word, words),
                { Key: var key, Value: var value } => code.Keyed(key, value),
            };
            first = false;
        }

        return generator == Generator.Hexo ? code.Titled(words) : code;
    }

    /// <summary>Lines as <c>1,3-5</c> or <c>1 3-5</c>, quotes and brackets around them aside.</summary>
    public static IReadOnlyList<(int From, int To)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        foreach (var part in text.Split([',', ' ', '[', ']', '"', '\'', '{', '}'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2);
            if (Number(ends[0]) is { } from && (ends.Length == 1 ? from : Number(ends[1])) is { } to && lines.Count < 1000)
                lines.Add((from, to));
        }

        return lines;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxLine ? number : null;

    private CodeInfo Named(string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? this with { Language = word.Trim(',', ';') }
            : word.AsSpan(colon).ContainsAny('.', '/') ? this with { Language = word[..colon], Title = word[(colon + 1)..] } : this with { Language = word[..colon] };
    }

    private CodeInfo Word(string word, List<string> words)
    {
        switch (word.TrimStart(':').ToLowerInvariant())
        {
            case "linenos" or "showlinenumbers" or "line-numbers" or "numberlines" or "linenumbers":
                return this with { FirstNumber = FirstNumber ?? 1 };
            default:
                words.Add(word);
                return this;
        }
    }

    private CodeInfo Keyed(string key, string value)
    {
        switch (key.TrimStart(':').Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            case "title" or "filename" or "file" or "name" or "caption":
                return this with { Title = value };
            case "lang" or "language":
                return this with { Language = value };
            case "url":
                return this with { Url = value };
            case "link":
                return this with { Link = value };
            case "mark":
                return this with { MarkedNumbers = [.. MarkedNumbers, .. Lines(value)] };
            case "hllines" or "hl" or "marklines" or "highlightlines":
                return this with { Marked = [.. Marked, .. Lines(value)] };
            case "linenos" or "linenumber" or "linenumbers" or "showlinenumbers" or "numberlines":
                return this with { FirstNumber = value is "false" or "0" ? null : Number(value) is > 1 and { } start ? start : FirstNumber ?? 1 };
            case "linenostart" or "firstline" or "startfrom" or "start" or "linestart":
                return this with { FirstNumber = Number(value) ?? FirstNumber };
            default:
                return this;
        }
    }

    private CodeInfo Braces(string inner)
    {
        if (Lines(inner) is { Count: > 0 } lines && !inner.AsSpan().ContainsAnyExcept(LineSigns))
            return this with { Marked = [.. Marked, .. lines] };
        var code = this;
        foreach (var item in CodeInfoItems.Of(inner.Replace(',', ' '), listsToo: true))
        {
            code = item switch
            {
                { Key: "", Value: ['.', .. var name] } => code.Language.Length == 0 ? code with { Language = name } : code.Word(name, []),
                { Key: "", Value: var name } => code.Language.Length == 0 && name.Length > 0 && char.IsAsciiLetter(name[0]) ? code with { Language = name } : code.Word(name, []),
                { Key: var key, Value: var value } => code.Keyed(key, value),
            };
        }

        return code;
    }

    // Hexo: [title] [url] [link text].
    private CodeInfo Titled(List<string> words)
    {
        var url = words.FindIndex(word => word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith('/'));
        var title = string.Join(' ', url < 0 ? words : words.Take(url));
        return this with
        {
            Title = Title.Length > 0 ? Title : title,
            Url = url < 0 ? Url : words[url],
            Link = url < 0 ? Link : string.Join(' ', words.Skip(url + 1)),
        };
    }
}
