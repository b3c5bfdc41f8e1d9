using Produktreport.Core.KeyFigures.Explaining;

namespace Produktreport.Functions.Web.Portal.Origins;

/// <summary>A line of an explanation with the lines below it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Below">What it rests on, in order.</param>
public sealed record WayNode(ExplanationLine Line, ImmutableArray<WayNode> Below)
{
    private const int LongFrom = 8;

    /// <summary>How many lines stand below it, at any depth.</summary>
    public int Count => Below.Sum(node => 1 + node.Count);

    /// <summary>Whether they are so many that they are folded: not those of the value itself.</summary>
    public bool IsFolded => Line.Depth > 0 && Count >= LongFrom;

    /// <summary>The lines as a tree; the first is its root.</summary>
    public static WayNode Of(ImmutableArray<ExplanationLine> lines)
    {
        var at = 0;
        return Read();

        WayNode Read()
        {
            var line = lines[at++];
            var below = ImmutableArray.CreateBuilder<WayNode>();
            while (at < lines.Length && lines[at].Depth > line.Depth)
                below.Add(Read());
            return new WayNode(line, below.ToImmutable());
        }
    }
}
