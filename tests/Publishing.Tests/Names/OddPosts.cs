using System.Text.Encodings.Web;
using System.Text.Json;

namespace Blobpress.Publishing.Tests.Names;

/// <summary>Posts whose front matter and images say anything at all: JSON holds every text.</summary>
internal sealed class OddPosts(int seed)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Parts =
    [
        "a", "B", "7", " ", "  ", "-", "_", "~", "!", ".", "..", "/", "\\", "#", "?", "%", "%2f", "%00", "&", "|", "+", "\"", "'", "[", "]", "<", ">", ":", ";", ",", "@", "\t", "\u0001",
        "\u007f", "\u0085", "\u00a0", "é", "e\u0301", "文", "港口", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufdd0", "\uffff", "😀", "👨‍👩‍👧", "ß", "İ", "CON", "index", "archives", "tags", "http://x.test/", "data:", "{{ x }}",
        new('x', 60), new('文', 60), new('潮', 150), string.Concat(Enumerable.Repeat("%E6%96%87", 40)), new(' ', 90), new('!', 100), new('\u0301', 50),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next one.</summary>
    public string Next(int number)
    {
        var front = new Dictionary<string, object?> { ["date"] = $"2024-0{1 + (number % 9)}-1{number % 10} 0{number % 10}:00:00" };
        Perhaps(front, "title", 0.7, Text);
        Perhaps(front, "permalink", 0.4, Text);
        Perhaps(front, "slug", 0.2, Text);
        Perhaps(front, "abbrlink", 0.1, Text);
        Perhaps(front, "alias", 0.4, () => Texts(8));
        Perhaps(front, "tags", 0.6, () => Texts(7));
        Perhaps(front, "author", 0.4, () => Texts(4));
        Perhaps(front, "categories", 0.3, () => Texts(25));
        Perhaps(front, front.ContainsKey("categories") ? "category" : "categories", 0.5, () => Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Texts(5)).ToList());
        Perhaps(front, "cover", 0.5, Text);
        Perhaps(front, "description", 0.3, Text);
        Perhaps(front, "lang", 0.2, Text);
        Perhaps(front, "expires", 0.1, Text);
        Perhaps(front, "sticky", 0.1, () => _random.Next());
        Perhaps(front, Text(), 0.5, Text);
        var images = Enumerable.Range(0, _random.Next(4)).Select(_ => $"<img src=\"{Attribute(Text())}\" alt=\"{Attribute(Text())}\">");
        return JsonSerializer.Serialize(front, Plain) + "\n\n" + string.Join("\n\n", images) + "\n\nText.\n";
    }

    private static string Attribute(string text) => text.Replace("\"", "&quot;", StringComparison.Ordinal);

    private void Perhaps(Dictionary<string, object?> front, string key, double share, Func<object> value)
    {
        if (_random.NextDouble() < share)
        {
            front[key] = value();
        }
    }

    private List<string> Texts(int most) => [.. Enumerable.Range(0, _random.Next(1, most)).Select(_ => Text())];

    public string Text() => string.Concat(_random.GetItems(Parts, _random.Next(1, _random.Next(2, 9))));
}
