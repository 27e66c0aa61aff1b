using System.Text.RegularExpressions;

namespace IncidentServerless.ApiModels.Models;

/// <summary>
/// A service's type declarations (<c>clients/*.d.ts</c> of npm's <c>aws-sdk</c>). Its models leave enumerations out; these name their values.
/// A type that is null or not declared has nothing to tell.
/// </summary>
internal sealed partial class TypeDeclarations
{
    private readonly Dictionary<string, (string Input, string Output)> operations = [];
    private readonly Dictionary<string, Dictionary<string, string>> interfaces = [];
    private readonly Dictionary<string, string> aliases = [];

    /// <param name="lines">The file's.</param>
    public TypeDeclarations(IEnumerable<string> lines)
    {
        Dictionary<string, string> members = [];
        foreach (var line in lines)
        {
            if (Member().Match(line) is { Success: true } member)
            {
                members[member.Groups["name"].Value] = member.Groups["type"].Value;
            }
            else if (Interface().Match(line) is { Success: true } opened)
            {
                interfaces[opened.Groups["name"].Value] = members = [];
            }
            else if (Alias().Match(line) is { Success: true } alias)
            {
                aliases[alias.Groups["name"].Value] = alias.Groups["type"].Value;
            }
            else if (Operation().Match(line) is { Success: true } operation)
            {
                operations[operation.Groups["name"].Value] = (operation.Groups["input"].Value, operation.Groups["output"].Value);
            }
        }
    }

    /// <param name="action">The operation, with a small letter in front.</param>
    public string? InputOf(string action) => operations.TryGetValue(action, out var types) ? types.Input : null;

    /// <param name="action">The operation, with a small letter in front.</param>
    public string? OutputOf(string action) => operations.TryGetValue(action, out var types) ? types.Output : null;

    public string? MemberOf(string? type, string member) => type is null ? null : interfaces.GetValueOrDefault(type)?.GetValueOrDefault(member);

    /// <summary>What a list holds, or a map under its keys.</summary>
    public string? ElementOf(string? type) => Element().Match(AliasOf(type)) is { Success: true } element ? element.Groups["type"].Value : null;

    /// <summary>What a text may say; empty when it may say anything.</summary>
    public IReadOnlyList<string> ValuesOf(string? type) => [.. Value().Matches(AliasOf(type)).Select(value => value.Groups["value"].Value)];

    private string AliasOf(string? type) => type is null ? "" : aliases.GetValueOrDefault(type, "");

    [GeneratedRegex(@"^    (?<name>\w+)\??: (?<type>\w+);$")]
    private static partial Regex Member();

    [GeneratedRegex(@"^  export interface (?<name>\w+) ")]
    private static partial Regex Interface();

    [GeneratedRegex(@"^  export type (?<name>\w+) = (?<type>.+);$")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^  (?<name>\w+)\(params: \w+\.Types\.(?<input>\w+), callback\?: \(err: AWSError, data: (\w+\.Types\.(?<output>\w+)|\{\})\)")]
    private static partial Regex Operation();

    [GeneratedRegex(@"^((?<type>\w+)\[\]|\{\[key: string\]: (?<type>\w+)\})$")]
    private static partial Regex Element();

    [GeneratedRegex(@"""(?<value>[^""]*)""\|")]
    private static partial Regex Value();
}
