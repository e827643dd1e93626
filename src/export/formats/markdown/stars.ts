/** A rating of 1 to 5 as five stars. */
export function starsOf(rating: number): string {
  return '★'.repeat(rating) + '☆'.repeat(5 - rating)
}
