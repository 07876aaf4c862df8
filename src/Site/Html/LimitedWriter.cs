using System.Text;
using Blobpress.Site.Posts;

namespace Blobpress.Site.Html;

/// <summary>Collects text, up to a limit by characters.</summary>
/// <param name="limit">What may be written.</param>
internal sealed class LimitedWriter(OutputLimit limit) : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.Unicode;

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(char value)
    {
        limit.Spend(1);
        _text.Append(value);
    }

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <exception cref="LimitException">It is more than may be written.</exception>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        limit.Spend(buffer.Length);
        _text.Append(buffer);
    }

    public override string ToString() => _text.ToString();
}
