namespace Blobpress.Site.Html.Themes;

/// <summary>How long a post takes to read.</summary>
internal static class ReadingTime
{
    private const int WordsPerMinute = 230;
    private const int CharactersPerMinute = 400;

    /// <summary>Whole minutes, at least one for a post that has words; <paramref name="words"/> counts a CJK character as one.</summary>
    public static int Minutes(int words, string language)
    {
        var speed = Words.Primary(language) is "zh" or "ja" or "ko" ? CharactersPerMinute : WordsPerMinute;
        return (words + speed - 1) / speed;
    }
}
