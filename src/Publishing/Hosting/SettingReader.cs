using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Blobpress.Publishing.Hosting;

/// <summary>Reads settings below <c>Blobpress</c>, each with its bounds; an absent or empty one has its default.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private const string Section = "Blobpress";

    /// <summary>A whole number.</summary>
    /// <exception cref="SettingException">It is no whole number within the bounds.</exception>
    public long Number(string name, long otherwise, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException(Variable(name), $"is \"{text}\"; it must be a whole number from {least} to {most}.");
    }

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Count(string name, int otherwise, int least, int most) => (int)Number(name, otherwise, least, most);

    /// <summary>A duration as .NET writes it: <c>00:00:30</c>, <c>7.00:00:00</c>.</summary>
    /// <exception cref="SettingException">It is none within the bounds.</exception>
    public TimeSpan Duration(string name, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most
            ? duration
            : throw new SettingException(Variable(name), $"is \"{text}\"; it must be a duration from {least} to {most}, as 00:00:30.");
    }

    /// <summary>An absolute HTTPS URL; null where there is none.</summary>
    /// <exception cref="SettingException">It is another text.</exception>
    public Uri? Https(string name) => Text(name) switch
    {
        null => null,
        { } text when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps => url,
        { } text => throw new SettingException(Variable(name), $"is \"{text}\"; it must be a URL that begins with https://, or empty."),
    };

    private string? Text(string name) => configuration[$"{Section}:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static string Variable(string name) => $"{Section}__{name.Replace(":", "__", StringComparison.Ordinal)}";
}
