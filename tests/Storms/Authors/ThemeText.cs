namespace Blobpress.Storms.Authors;

/// <summary>Writes files of the theme: few versions of each, since a theme is dear to compile; some are wrong, and some are taken away.</summary>
internal static class ThemeText
{
    private static readonly (string Name, IReadOnlyList<string?> Texts)[] Files =
    [
        ("theme/extra.css", ["p { margin: 1px }", null]),
        ("theme/style.css", ["p { margin: 1px }", "p { margin: 2px }", null]),
        ("theme/words.json", ["""{"en": {"home": "Start"}}""", "{", null]),
        ("theme/footer.liquid", ["<footer>{{ site.title }}</footer>", "{% if %}", null]),
    ];

    public static (string Name, string? Text) Next(Desk desk)
    {
        var (name, texts) = desk.Pick(Files);
        return (name, desk.Pick(texts));
    }
}
