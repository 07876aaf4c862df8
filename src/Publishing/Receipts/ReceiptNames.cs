using System.Security.Cryptography;
using System.Text;

namespace Blobpress.Publishing.Receipts;

/// <summary>Where the receipt of a source is found.</summary>
public static class ReceiptNames
{
    private const string Ending = ".json";

    // A blob's name has 1024 characters at most.
    private const int Longest = 1024;
    private const int HashLength = 16;

    /// <summary>The source's own name and <c>.json</c>; cut and marked with a hash where that would be too long.</summary>
    public static string Of(string source)
    {
        if (source.Length + Ending.Length <= Longest)
        {
            return source + Ending;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..HashLength];
        return $"{source[..(Longest - Ending.Length - HashLength - 1)]}~{hash}{Ending}";
    }
}
